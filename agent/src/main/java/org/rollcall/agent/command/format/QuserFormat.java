package org.rollcall.agent.command.format;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.frontend.chat.ChatFormat;
import org.rollcall.xmpp.table.TextTable;

/** {@code sessions format=quser}: the words of {@code quser}. */
public final class QuserFormat implements ChatFormat {
    private static final List<String> ENGLISH =
            List.of("USERNAME", "SESSIONNAME", "ID", "STATE", "IDLE TIME", "LOGON TIME");
    private static final List<String> FRENCH =
            List.of("UTILISATEUR", "SESSION", "ID", "ÉTAT", "TEMPS INACT", "TEMPS SESSION");
    private static final List<Boolean> RIGHT = List.of(false, false, true, false, true, false);

    private final ZoneId zone;

    public QuserFormat() {
        this(ZoneId.systemDefault());
    }

    QuserFormat(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return "quser";
    }

    @Override
    public String command() {
        return "sessions";
    }

    @Override
    public String render(Table table, Locale locale) {
        boolean french = locale.getLanguage().equals("fr");
        DateTimeFormatter when = french
                ? DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.FRENCH)
                : DateTimeFormatter.ofPattern("M/d/yyyy h:mm a", Locale.ENGLISH);
        TextTable text = new TextTable(french ? FRENCH : ENGLISH, RIGHT);
        Cells cells = new Cells(table);
        for (List<Object> row : table.rows()) {
            cells.row(row);
            boolean disconnected = cells.text("state", "").equals("disconnected");
            Instant since = cells.get("since", Instant.class);
            text.add(List.of(
                    login(cells.text("user", "")),
                    // A session that nobody sees has no station, and so no name.
                    disconnected ? "" : sessionName(cells.text("kind", "")),
                    cells.text("session", ""),
                    disconnected ? (french ? "Déco" : "Disc") : (french ? "Actif" : "Active"),
                    idle(cells.get("idle", Duration.class), french),
                    since == null ? "" : when.withZone(zone).format(since)));
        }
        return String.join("\n", text.lines());
    }

    /** Quser leaves the domain out. */
    private static String login(String account) {
        return account.substring(account.indexOf('\\') + 1);
    }

    private static String sessionName(String kind) {
        return kind.equals("rdp") ? "rdp-tcp" : kind;
    }

    /** {@code 5} minutes, {@code 1:05} hours, {@code 2+03:04} days. */
    private static String idle(Duration idle, boolean french) {
        if (idle == null || idle.toMinutes() == 0) {
            return french ? "aucun" : "none";
        }
        if (idle.toDays() > 0) {
            return String.format(Locale.ROOT, "%d+%02d:%02d", idle.toDays(), idle.toHoursPart(), idle.toMinutesPart());
        }
        return idle.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d", idle.toHours(), idle.toMinutesPart())
                : Long.toString(idle.toMinutes());
    }
}
