/** Settings from files, environment and command line: typed, checked all at once, each value with its source. */
package org.rollcall.xmpp.settings;
