/** The link and the subscriptions on real servers, with what goes wrong there. */
package org.rollcall.tests.link;
