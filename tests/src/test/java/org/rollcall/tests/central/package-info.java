/** Central from end to end: machines, servers, people who ask, and what goes wrong. */
package org.rollcall.tests.central;
