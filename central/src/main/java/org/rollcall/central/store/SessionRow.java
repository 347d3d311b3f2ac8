package org.rollcall.central.store;

import java.time.Duration;
import java.time.Instant;

/**
 * One session of the history.
 *
 * @param machine its account's bare JID
 * @param room where the machine stood at logon; null when it was in none
 * @param address the machine's at logon; null when unknown
 * @param client the remote client's name or address; null at the console
 * @param logon put right by what central measured of the machine's clock; {@code machineLogon} is what it said
 * @param logoff null while it is open
 * @param ended {@code logoff}, {@code shutdown}, {@code power-lost}, {@code agent-off}, {@code reconciled}; null while
 *     it is open
 * @param lasted steps of the machine's clock taken out; null while it is open
 */
public record SessionRow(
        long id,
        String machine,
        String name,
        String room,
        String user,
        String domain,
        String fullName,
        String group,
        String address,
        String client,
        String kind,
        Instant logon,
        Instant machineLogon,
        Instant logoff,
        String ended,
        Duration lasted) {}
