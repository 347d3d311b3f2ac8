/**
 * The agent as a Windows service under Apache Commons Daemon's procrun, which calls {@link
 * org.rollcall.agent.procrun.Procrun}: how it starts whatever is there, stops in time, and ends when it must not go on.
 */
package org.rollcall.agent.procrun;
