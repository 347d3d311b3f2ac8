/** Hand-written stand-ins for the parts of central, in memory. */
package org.rollcall.central.fake;
