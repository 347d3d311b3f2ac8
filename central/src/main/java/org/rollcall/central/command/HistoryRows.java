package org.rollcall.central.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rollcall.central.store.SessionRow;
import org.rollcall.xmpp.command.Column;

/** Sessions of the history as rows. */
final class HistoryRows {
    static final List<Column> COLUMNS = List.of(
            Column.text("user"),
            Column.text("fullname"),
            Column.text("group"),
            Column.text("machine"),
            Column.text("room"),
            Column.text("address"),
            Column.time("logon"),
            Column.time("logoff"),
            Column.duration("lasted"),
            Column.text("ended"),
            Column.text("kind"),
            Column.text("client"));

    private HistoryRows() {}

    static List<List<Object>> of(List<SessionRow> sessions) {
        List<List<Object>> rows = new ArrayList<>();
        for (SessionRow session : sessions) {
            rows.add(Arrays.asList(
                    session.user(),
                    session.fullName(),
                    session.group(),
                    session.name(),
                    session.room(),
                    session.address(),
                    session.logon(),
                    session.logoff(),
                    session.lasted(),
                    session.ended(),
                    session.kind(),
                    session.client()));
        }
        return rows;
    }
}
