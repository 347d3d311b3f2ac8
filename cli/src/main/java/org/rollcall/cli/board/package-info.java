/** Asking central: who is where, now and before, and hearing what changes. */
package org.rollcall.cli.board;
