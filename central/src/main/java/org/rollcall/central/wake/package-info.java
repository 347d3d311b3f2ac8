/** Turns machines on over the network (Wake-on-LAN). */
package org.rollcall.central.wake;
