package org.rollcall.central.store;

import java.time.Instant;
import java.util.Set;

/**
 * Which sessions are wanted; what is null does not restrict.
 *
 * @param machine an account or a name, in any case
 * @param user part of a login or of a full name, accents and case ignored
 * @param rooms the rooms that the asker may see; null: all, those of no room too
 * @param address of the machine
 * @param from sessions that were open at or after
 * @param to sessions that were open before
 * @param most rows, 1 to 10,000
 * @param after a session's id: the page after the one that it ended, newest first; null: from the newest
 */
public record HistoryQuery(
        String machine,
        String user,
        String room,
        Set<String> rooms,
        String address,
        Instant from,
        Instant to,
        int most,
        Long after) {

    public static HistoryQuery latest(int most) {
        return new HistoryQuery(null, null, null, null, null, null, null, most, null);
    }
}
