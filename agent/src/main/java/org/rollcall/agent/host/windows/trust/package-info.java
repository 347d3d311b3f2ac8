/** The certification authorities that this PC trusts, which Group Policy adds a site's own to. */
package org.rollcall.agent.host.windows.trust;
