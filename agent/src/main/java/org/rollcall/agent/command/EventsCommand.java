package org.rollcall.agent.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.stanza.Event;

/** The journal's latest: who came and went, oldest first. */
final class EventsCommand implements Command {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 1000;

    private static final Signature SIGNATURE = Signature.question("events", Role.VIEWER)
            .taking(
                    Parameter.optional("user", Parameter.Type.TEXT),
                    Parameter.choice(
                            "kind",
                            Event.Kinds.START,
                            Event.Kinds.STOP,
                            Event.Kinds.SLEEP,
                            Event.Kinds.RESUME,
                            Event.Kinds.LOGON,
                            Event.Kinds.LOGOFF,
                            Event.Kinds.LOCK,
                            Event.Kinds.UNLOCK,
                            Event.Kinds.CONNECT,
                            Event.Kinds.DISCONNECT),
                    Parameter.optional("limit", Parameter.Type.COUNT))
            .giving(
                    Column.count("seq"),
                    Column.time("at"),
                    Column.text("kind"),
                    Column.text("user"),
                    Column.text("fullname"),
                    Column.text("session"),
                    Column.text("reason"));

    private final IntFunction<List<Event>> latest;

    /** @param latest the latest N events, oldest first */
    EventsCommand(IntFunction<List<Event>> latest) {
        this.latest = latest;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) {
        int limit = (int) Math.min(MOST, request.count("limit").orElse((long) DEFAULT_LIMIT));
        Optional<NamePattern> user = request.text("user").map(NamePattern::new);
        Optional<String> kind = request.text("kind");
        List<List<Object>> rows = new ArrayList<>();
        boolean filtered = user.isPresent() || kind.isPresent();
        for (Event event : latest.apply(filtered ? MOST : limit)) {
            String login = event.attributes().get("user");
            String domain = event.attributes().get("domain");
            if (user.map(u -> u.matchesAccount(domain, login)).orElse(true)
                    && kind.map(k -> k.equals(event.kind())).orElse(true)) {
                rows.add(row(event, Readings.account(domain, login)));
            }
        }
        return Table.of(columns(), rows.subList(Math.max(0, rows.size() - limit), rows.size()));
    }

    private static List<Object> row(Event event, String account) {
        return Arrays.asList(
                event.seq(),
                event.at(),
                event.kind(),
                account,
                event.attributes().get("fullname"),
                event.attributes().get("session"),
                event.attributes().get("reason"));
    }
}
