/** What runs: Windows' process list parsed from memory, owners, and rows mapped to the host's processes. */
package org.rollcall.agent.host.windows.process;
