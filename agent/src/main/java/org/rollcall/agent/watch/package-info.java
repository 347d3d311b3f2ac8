/** Notices what changes on the host and writes it to the journal: readings in, events out. */
package org.rollcall.agent.watch;
