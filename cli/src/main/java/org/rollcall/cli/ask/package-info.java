/** Who is meant on a command line, and asking them, or central, while somebody waits. */
package org.rollcall.cli.ask;
