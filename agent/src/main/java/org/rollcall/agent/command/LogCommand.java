package org.rollcall.agent.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollcall.agent.log.LogLine;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.text.XmlText;

/** The agent's latest log lines, oldest first. */
final class LogCommand implements Command {
    private static final int DEFAULT_LIMIT = 100;
    private static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");

    private static final Signature SIGNATURE = Signature.question("log", Role.ADMIN)
            .taking(
                    Parameter.optional("text", Parameter.Type.TEXT),
                    new Parameter("level", Parameter.Type.CHOICE, false, LEVELS),
                    Parameter.optional("limit", Parameter.Type.COUNT))
            .giving(Column.time("at"), Column.text("level"), Column.text("logger"), Column.text("line"));

    private final RecentLog log;

    LogCommand(RecentLog log) {
        this.log = log;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) {
        int least = LEVELS.indexOf(request.text("level").orElse("trace"));
        String text = request.text("text").orElse("").toLowerCase(Locale.ROOT);
        List<List<Object>> rows = new ArrayList<>();
        for (LogLine line : log.lines()) {
            if (LEVELS.indexOf(line.level()) <= least
                    && line.text().toLowerCase(Locale.ROOT).contains(text)) {
                rows.add(List.of(line.at(), line.level(), line.logger(), XmlText.clean(line.text())));
            }
        }
        int limit = (int) Math.min(rows.size(), request.count("limit").orElse((long) DEFAULT_LIMIT));
        return Table.of(columns(), rows.subList(rows.size() - limit, rows.size()));
    }
}
