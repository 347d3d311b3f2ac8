/** IP addresses, and networks of them. */
package org.rollcall.central.address;
