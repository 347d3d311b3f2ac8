/** Who is meant on a command line, and asking them while somebody waits. */
package org.rollcall.cli.ask;
