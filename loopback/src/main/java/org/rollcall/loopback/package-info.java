/**
 * An XMPP server (RFC 6120, RFC 6121) in the JVM for the demo and for fast tests. It listens on loopback only, keeps
 * everything in memory, and copies the ugly habits of real servers on purpose; it is never for production.
 */
package org.rollcall.loopback;
