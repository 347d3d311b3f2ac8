/** The agent's settings, as one typed record. */
package org.rollcall.agent.settings;
