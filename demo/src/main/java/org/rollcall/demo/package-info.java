/** A park in a box: a loopback server, this machine's real agent, simulated PCs, and what their central JID hears. */
package org.rollcall.demo;
