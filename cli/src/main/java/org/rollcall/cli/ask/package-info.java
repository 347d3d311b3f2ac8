/** Asking machines: who is meant, the questions in flight, and what came of each. */
package org.rollcall.cli.ask;
