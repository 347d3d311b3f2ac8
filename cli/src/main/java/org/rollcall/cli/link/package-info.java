/** Signing in for the length of one command. */
package org.rollcall.cli.link;
