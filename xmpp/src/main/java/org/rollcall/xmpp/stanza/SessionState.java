package org.rollcall.xmpp.stanza;

import java.time.Instant;

/**
 * One session as presence tells it.
 *
 * @param id the operating system's session id; reused over time, unlike {@code uid}
 * @param uid stable from logon to logoff, across restarts of the agent
 * @param domain null when the system has none
 * @param fullName null when unknown
 * @param state {@code active} or {@code disconnected}; other words are kept as they came
 * @param kind {@code console}, {@code rdp} or another word of the host's
 * @param since when the user logged on
 * @param locked null when unknown
 * @param idleSince the last input; null while in use or when unknown
 * @param client the remote client's name or address; null at the console
 */
public record SessionState(
        int id,
        String uid,
        String user,
        String domain,
        String fullName,
        String state,
        String kind,
        Instant since,
        Boolean locked,
        Instant idleSince,
        String client) {}
