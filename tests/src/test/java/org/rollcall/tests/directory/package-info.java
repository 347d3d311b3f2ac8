/** Central's people and their sign-in, on a real LDAP server. */
package org.rollcall.tests.directory;
