/** XML as a stream of stanzas: read within limits, held as small trees, written. */
package org.rollcall.loopback.xml;
