/** What tells this PC from a copy of its disk: firmware and network hardware. */
package org.rollcall.agent.host.windows.identity;
