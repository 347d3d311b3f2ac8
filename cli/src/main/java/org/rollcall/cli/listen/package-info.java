/** What {@code rollcall listen} hears, and how it stands in for central. */
package org.rollcall.cli.listen;
