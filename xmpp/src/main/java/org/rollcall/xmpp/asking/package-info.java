/** Asking others by {@code ask}: questions in flight, answers of many parts, and what came of each. */
package org.rollcall.xmpp.asking;
