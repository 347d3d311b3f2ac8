/** New PCs and central on real servers: who gets an account, and what the enrolment account cannot do. */
package org.rollcall.tests.enrol;
