package org.rollcall.agent.command.format;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.frontend.chat.ChatFormat;
import org.rollcall.xmpp.table.TextTable;

/**
 * {@code processes format=tasklist}: the words of {@code tasklist /V}, but for the session's name, which is {@code
 * sessions}' to tell, and window titles, which a service cannot see.
 */
public final class TasklistFormat implements ChatFormat {
    private static final List<String> ENGLISH =
            List.of("Image Name", "PID", "Session#", "Mem Usage", "Status", "User Name", "CPU Time");
    private static final List<String> FRENCH = List.of(
            "Nom de l'image",
            "PID",
            "Numéro de session",
            "Utilisation mémoire",
            "État",
            "Nom d'utilisateur",
            "Temps processeur");
    private static final List<Boolean> RIGHT = List.of(false, true, true, true, false, false, true);

    @Override
    public String name() {
        return "tasklist";
    }

    @Override
    public String command() {
        return "processes";
    }

    @Override
    public String render(Table table, Locale locale) {
        boolean french = locale.getLanguage().equals("fr");
        TextTable text = new TextTable(french ? FRENCH : ENGLISH, RIGHT);
        Cells cells = new Cells(table);
        for (List<Object> row : table.rows()) {
            cells.row(row);
            text.add(List.of(
                    cells.text("name", "N/A"),
                    cells.text("pid", "N/A"),
                    cells.text("session", "N/A"),
                    memory(cells.get("memory", Long.class), french),
                    status(cells.get("status", String.class), french),
                    cells.text("user", "N/A"),
                    cpu(cells.get("cpu", Duration.class))));
        }
        return String.join("\n", text.lines());
    }

    /** {@code 48,728 K}, {@code 48 728 Ko}. */
    private static String memory(Long bytes, boolean french) {
        if (bytes == null) {
            return "N/A";
        }
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(french ? ' ' : ',');
        return new DecimalFormat("#,##0", symbols).format(bytes / 1024) + (french ? " Ko" : " K");
    }

    private static String status(String status, boolean french) {
        if (status == null) {
            return french ? "Inconnu" : "Unknown";
        }
        return switch (status) {
            // To tasklist, what sleeps or waits is running.
            case "running", "sleeping", "waiting", "idle" -> french ? "En service" : "Running";
            case "suspended" -> french ? "Interrompu" : "Suspended";
            default -> status;
        };
    }

    /** Hours may have any number of digits. */
    private static String cpu(Duration cpu) {
        return cpu == null
                ? "N/A"
                : String.format(Locale.ROOT, "%d:%02d:%02d", cpu.toHours(), cpu.toMinutesPart(), cpu.toSecondsPart());
    }
}
