/** Who is logged on: WTS sessions read into rows, and rows mapped to people's sessions. */
package org.rollcall.agent.host.windows.session;
