/** The {@code rollcall} command: its entry, exit codes and what surrounds it (terminal, environment, language). */
package org.rollcall.cli;
