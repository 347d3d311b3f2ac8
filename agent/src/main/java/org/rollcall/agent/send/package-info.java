/** Carries the journal's events to central, in order, until central has answered for each. */
package org.rollcall.agent.send;
