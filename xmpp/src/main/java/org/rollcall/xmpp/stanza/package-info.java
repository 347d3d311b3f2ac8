/**
 * The stanzas of {@code urn:rollcall:1} that agent and central share (docs/protocol.md): strict about what is required,
 * blind to what is unknown.
 */
package org.rollcall.xmpp.stanza;
