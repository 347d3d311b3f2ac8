/** The agent's package for Windows: built as a site builds it, looked into, and lived with under Wine. */
package org.rollcall.tests.msi;
