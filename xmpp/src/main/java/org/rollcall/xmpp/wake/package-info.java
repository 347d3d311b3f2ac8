/** Wake-on-LAN: the packet, and sending it to the networks that this computer is on. */
package org.rollcall.xmpp.wake;
