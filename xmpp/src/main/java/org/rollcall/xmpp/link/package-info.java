/** The connection to the XMPP server and its whole life. */
package org.rollcall.xmpp.link;
