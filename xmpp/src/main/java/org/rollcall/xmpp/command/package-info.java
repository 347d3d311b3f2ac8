/** Commands: one interface that each implements, and one runner that owns what is the same for all of them. */
package org.rollcall.xmpp.command;
