/** Subscriptions both ways between agent and central, healed gently. */
package org.rollcall.xmpp.roster;
