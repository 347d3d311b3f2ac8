/** Questions by one IQ with a compact answer: for central and the command line (docs/protocol.md). */
package org.rollcall.xmpp.frontend.ask;
