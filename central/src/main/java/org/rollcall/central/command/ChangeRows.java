package org.rollcall.central.command;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.SessionNow;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.table.CellText;

/** What a watcher is told of a change: a row for programs, a line for people. */
final class ChangeRows {
    static final List<Column> COLUMNS = List.of(
            Column.time("at"),
            Column.text("machine"),
            Column.text("room"),
            Column.text("state"),
            Column.text("user"),
            Column.text("fullname"),
            Column.text("group"),
            Column.text("address"),
            Column.text("left"));

    private final InstantSource clock;
    private final ZoneId zone;

    ChangeRows(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** Whether somebody who watches wants to hear of it: another state, or another person. */
    static boolean matters(MachineNow before, MachineNow now) {
        return before == null
                || before.condition() != now.condition()
                || !Objects.equals(uid(before.active()), uid(now.active()));
    }

    /** @param before null: it was not there */
    static List<Object> row(Instant at, MachineNow before, MachineNow now) {
        SessionNow session = now.sessions().isEmpty() ? null : now.sessions().get(0);
        SessionNow earlier = before == null ? null : before.active();
        boolean gone =
                earlier != null && now.sessions().stream().noneMatch(s -> Objects.equals(s.uid(), earlier.uid()));
        return Arrays.asList(
                at,
                now.name(),
                now.place() == null ? null : now.place().room(),
                now.condition().id(),
                session == null ? null : session.user(),
                session == null ? null : session.fullName(),
                session == null ? null : session.group(),
                now.address(),
                gone ? earlier.user() : null);
    }

    /** {@code 13:09:56  A201B7  in use  kevin.marchais  Kévin Marchais  LP D2i}. */
    String line(List<Object> row, Locale locale) {
        CellText cells = new CellText(locale, clock.withZone(zone));
        List<String> words = new ArrayList<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            String column = COLUMNS.get(i).name();
            String text = cells.of(COLUMNS.get(i).type(), row.get(i));
            switch (column) {
                case "room", "address" -> {}
                case "state" -> words.add(CentralCommands.TEXTS.value(column, text, locale));
                case "left" -> words.add(text.isEmpty() ? "" : Texts.text(locale, "watch.left", text));
                default -> words.add(text);
            }
        }
        words.removeIf(String::isEmpty);
        return String.join("  ", words);
    }

    private static String uid(SessionNow session) {
        return session == null ? null : session.uid();
    }
}
