/** Text that crosses a border: cleaned for XML, and messages in the reader's language. */
package org.rollcall.xmpp.text;
