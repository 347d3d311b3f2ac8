/** What any XMPP client may ask of an entity: disco, caps, last activity, version, time, ping. */
package org.rollcall.xmpp.entity;
