/** The agent's own log: where it goes, its latest lines in memory, and how much it says. */
package org.rollcall.agent.log;
