/** Asking an LDAP directory (RFC 4511), Active Directory among them: who people are, and whether a password is right. */
package org.rollcall.central.directory;
