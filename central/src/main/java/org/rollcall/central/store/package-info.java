/** What is kept on disk: machines, events, sessions, audit; one schema on SQLite and PostgreSQL. */
package org.rollcall.central.store;
