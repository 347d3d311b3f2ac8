/** What the three front ends share: parts of stanzas that fit, and answers kept for a while. */
package org.rollcall.xmpp.frontend;
