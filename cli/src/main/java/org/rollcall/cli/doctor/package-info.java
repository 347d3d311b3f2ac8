/** What stands between a running XMPP server and a park that works, found from outside, with what to change. */
package org.rollcall.cli.doctor;
