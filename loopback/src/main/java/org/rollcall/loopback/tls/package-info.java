/** The server's certificate, made on the spot: a new key and a self-signed X.509 at each start. */
package org.rollcall.loopback.tls;
