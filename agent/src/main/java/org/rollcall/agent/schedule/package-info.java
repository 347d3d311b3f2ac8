/** Doing things later, in turn, on one thread. */
package org.rollcall.agent.schedule;
