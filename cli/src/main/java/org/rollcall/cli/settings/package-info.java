/** The settings of the {@code rollcall} command, and which file they stand in. */
package org.rollcall.cli.settings;
