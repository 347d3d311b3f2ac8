/** The store in SQL: one thread that writes, many that read, the same statements on SQLite and PostgreSQL. */
package org.rollcall.central.store.sql;
