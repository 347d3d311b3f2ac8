/**
 * What Windows offers and JNA Platform lacks: one interface for each DLL, and the offsets of the structures that are
 * read from plain memory, all under their C names and without any logic. The offsets are checked against the C headers
 * in the {@code tests} module.
 */
package org.rollcall.agent.host.windows.bindings;
