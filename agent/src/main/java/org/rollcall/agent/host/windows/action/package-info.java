/** What is done to this PC: messages, logoff, disconnect, ending processes, restart and shutdown. */
package org.rollcall.agent.host.windows.action;
