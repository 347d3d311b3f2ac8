/** The sub-commands of {@code rollcall}, one a file; their help texts lie in usage.properties. */
package org.rollcall.cli.verb;
