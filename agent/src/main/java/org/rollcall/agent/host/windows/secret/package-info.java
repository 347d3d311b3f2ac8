/** Secrets on this PC: how they are kept from others, and how the one of enrolment is taken away. */
package org.rollcall.agent.host.windows.secret;
