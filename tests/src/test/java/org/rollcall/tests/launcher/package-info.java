/** {@code ./rollcall} as people call it: what it builds, when, and what it says. */
package org.rollcall.tests.launcher;
