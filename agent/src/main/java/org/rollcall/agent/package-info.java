/** The per-PC service: reads its host, answers commands, announces, and keeps a journal of events. */
package org.rollcall.agent;
