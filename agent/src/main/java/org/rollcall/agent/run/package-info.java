/** Starts a program that the site named, and keeps it within its limits of time and output. */
package org.rollcall.agent.run;
