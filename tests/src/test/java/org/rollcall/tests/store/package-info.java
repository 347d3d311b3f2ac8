/** Central's store on real databases: the same tests as on SQLite, and what a kill leaves. */
package org.rollcall.tests.store;
