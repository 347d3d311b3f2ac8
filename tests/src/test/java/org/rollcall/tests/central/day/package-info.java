/** A random day of a whole park, and whether central's board and history tell of it as it was. */
package org.rollcall.tests.central.day;
