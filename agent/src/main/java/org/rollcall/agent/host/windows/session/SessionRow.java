package org.rollcall.agent.host.windows.session;

/**
 * One session as Windows wrote it, nothing cleaned or interpreted. Times are FILETIMEs.
 *
 * @param state WTS_CONNECTSTATE_CLASS
 * @param flags 0 locked, 1 unlocked, anything else unknown
 * @param protocol 0 console, 2 RDP
 * @param clientAddress WTS_CLIENT_ADDRESS's Address; empty when not asked for
 */
public record SessionRow(
        int id,
        int state,
        int flags,
        String user,
        String domain,
        int protocol,
        long logonTime,
        long lastInputTime,
        long currentTime,
        String clientName,
        int clientFamily,
        byte[] clientAddress) {}
