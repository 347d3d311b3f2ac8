/** Answers in the words of the Windows tools that administrators know, for {@code format=NAME} in chat. */
package org.rollcall.agent.command.format;
