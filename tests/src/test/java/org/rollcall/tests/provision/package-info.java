/** What {@code rollcall provision} writes, put to work on real servers. */
package org.rollcall.tests.provision;
