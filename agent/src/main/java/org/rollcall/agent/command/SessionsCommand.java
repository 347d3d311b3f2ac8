package org.rollcall.agent.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.Session;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Who is logged on. */
final class SessionsCommand implements Command {
    private static final Signature SIGNATURE = Signature.question("sessions", Role.VIEWER)
            .giving(
                    Column.text("user"),
                    Column.text("fullname"),
                    Column.count("session"),
                    Column.text("state"),
                    Column.text("kind"),
                    Column.time("since"),
                    Column.text("locked"),
                    Column.duration("idle"),
                    Column.text("client"));

    private final Host host;
    private final Clock clock;

    SessionsCommand(Host host, Clock clock) {
        this.host = host;
        this.clock = clock;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        List<List<Object>> rows = new ArrayList<>();
        for (Session session : Readings.sessions(host, request.locale())) {
            rows.add(row(session));
        }
        return new Table(columns(), rows, rows.isEmpty() ? Texts.text(request.locale(), "note.nobody") : null);
    }

    private List<Object> row(Session session) {
        return Arrays.asList(
                Readings.account(session.domain(), session.user()),
                session.fullName(),
                (long) session.id(),
                session.state().name().toLowerCase(Locale.ROOT),
                session.kind().name().toLowerCase(Locale.ROOT),
                session.logonTime(),
                session.locked() == null ? null : session.locked().toString(),
                idle(session.idleSince()),
                session.clientName() != null ? session.clientName() : session.clientAddress());
    }

    private Duration idle(Instant since) {
        // A clock that was set back must not make anybody idle for less than nothing.
        Duration idle = since == null ? null : Duration.between(since, clock.instant());
        return idle == null || idle.isNegative() ? null : idle;
    }
}
