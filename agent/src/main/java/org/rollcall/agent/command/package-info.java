/**
 * What can be asked of a machine: one command a file, and {@link org.rollcall.agent.command.AgentCommands} names them
 * all. Their texts lie in messages.properties, docs/commands.md describes them to people.
 */
package org.rollcall.agent.command;
