/** The agent on a Windows API: a genuine Windows Java runtime under Wine, with a double that plays sessions. */
package org.rollcall.tests.wine;
