/** End to end: real XMPP servers, a Windows API, faults, load. */
package org.rollcall.tests;
