/** How Rollcall speaks XMPP; what agent and central share lives below here. */
package org.rollcall.xmpp;
