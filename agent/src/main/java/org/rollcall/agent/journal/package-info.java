/**
 * What the agent keeps on disk: the events that central has not answered for, the last sign of life, and the folder
 * that holds them, which belongs to one process and one machine.
 */
package org.rollcall.agent.journal;
