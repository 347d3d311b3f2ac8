/** Which machines there are and where they stand, and who people are: read from files and directories, reloaded whole. */
package org.rollcall.central.park;
