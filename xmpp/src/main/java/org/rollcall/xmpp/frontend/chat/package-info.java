/** Commands typed in a chat, answered as text tables in the asker's language. */
package org.rollcall.xmpp.frontend.chat;
