/** This PC as the agent sees it: a small interface, and plain values. Windows and portable readers lie below. */
package org.rollcall.agent.host;
