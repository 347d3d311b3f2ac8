/** The server's side of signing in: SCRAM (RFC 5802, RFC 7677), and PLAIN where a test wants it. */
package org.rollcall.loopback.sasl;
