/** Says what is true on this machine now, as XMPP presence. */
package org.rollcall.agent.announce;
