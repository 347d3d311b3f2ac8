/**
 * This PC when it runs Windows. {@code bindings} are what the system offers, the other packages each read one subject
 * into plain rows and map those to the host's values; the mapping is free of JNA, so that it is tested on any system.
 */
package org.rollcall.agent.host.windows;
