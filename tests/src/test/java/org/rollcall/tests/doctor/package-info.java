/** {@code rollcall doctor} on real servers, as shipped and as Debian has them. */
package org.rollcall.tests.doctor;
