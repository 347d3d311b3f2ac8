package org.rollcall.central.web.json;

import java.time.Duration;
import java.time.Instant;
import org.rollcall.central.store.SessionRow;

/** One session of the history. */
public record HistoryRowJson(
        long id,
        String jid,
        String account,
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
        Duration lasted) {

    public static HistoryRowJson of(SessionRow row) {
        return new HistoryRowJson(
                row.id(),
                row.machine(),
                Accounts.of(row.machine()),
                row.name(),
                row.room(),
                row.user(),
                row.domain(),
                row.fullName(),
                row.group(),
                row.address(),
                row.client(),
                row.kind(),
                row.logon(),
                row.machineLogon(),
                row.logoff(),
                row.ended(),
                row.lasted());
    }
}
