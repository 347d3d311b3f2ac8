/** The registry's keys as a whole: reading all values of one, and hearing of changes. */
package org.rollcall.agent.host.windows.registry;
