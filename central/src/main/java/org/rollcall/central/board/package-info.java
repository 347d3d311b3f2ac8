/** What is true in every room now, in memory; rebuilt from presence at start. */
package org.rollcall.central.board;
