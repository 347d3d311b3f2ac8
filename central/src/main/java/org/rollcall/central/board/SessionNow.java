package org.rollcall.central.board;

import java.time.Instant;

/**
 * One session on a machine now.
 *
 * @param id the operating system's
 * @param uid the same from logon to logoff
 * @param fullName from the people's list, else from the machine; null when unknown
 * @param group null when unknown
 * @param state {@code active}, {@code disconnected}
 * @param kind {@code console}, {@code rdp}, {@code remote}
 * @param since the logon, put right by what central measured of the machine's clock
 * @param locked null when unknown
 * @param idleSince null while in use, or unknown
 * @param client the remote client's name or address; null at the console
 */
public record SessionNow(
        int id,
        String uid,
        String user,
        String domain,
        String fullName,
        String group,
        boolean staff,
        String state,
        String kind,
        Instant since,
        Boolean locked,
        Instant idleSince,
        String client) {}
