/**
 * What can be asked of central: one command a file, and {@link org.rollcall.central.command.CentralCommands} names them
 * all. Their texts lie in messages.properties, docs/commands.md describes them to people.
 */
package org.rollcall.central.command;
