/** Writes what an XMPP server and central need on their first day: settings, accounts, groups, and what to do with them. */
package org.rollcall.cli.provision;
