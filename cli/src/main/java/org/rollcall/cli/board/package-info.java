/** What central tells: who is where, now and before, and what changes. */
package org.rollcall.cli.board;
