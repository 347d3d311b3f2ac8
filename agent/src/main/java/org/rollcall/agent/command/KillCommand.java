package org.rollcall.agent.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Ends a process. Numbers are reused within minutes, so its name or its start must be given and agree. */
final class KillCommand implements Command {
    /** Front ends show start times to the second. */
    private static final Duration SHOWN_TO = Duration.ofSeconds(1);

    private static final Signature SIGNATURE = Signature.order("kill", Role.OPERATOR)
            .taking(
                    Parameter.required("pid", Parameter.Type.COUNT),
                    Parameter.optional("name", Parameter.Type.TEXT),
                    Parameter.optional("started", Parameter.Type.TIME))
            .giving(Column.count("pid"), Column.text("name"), Column.text("user"), Column.text("result"));

    private final Host host;

    KillCommand(Host host) {
        this.host = host;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        Locale locale = request.locale();
        if (request.text("name").isEmpty() && request.time("started").isEmpty()) {
            throw Texts.badRequest(locale, "refused.kill-guard");
        }
        HostProcess process = find(request.count("pid").orElseThrow(), locale);
        boolean sameName =
                request.text("name").map(n -> sameName(n, process.name())).orElse(true);
        boolean sameStart = request.time("started")
                .map(s -> sameStart(s, process.started()))
                .orElse(true);
        if (!sameName || !sameStart) {
            throw Texts.refusal(
                    Refusal.Reason.ITEM_NOT_FOUND,
                    locale,
                    "refused.other-process",
                    Long.toString(process.pid()),
                    process.name(),
                    String.valueOf(process.started()));
        }
        try {
            // What was just read is the host's guard: between this line and the act the number may still change hands.
            host.actions().kill(process.pid(), process.started(), process.name());
        } catch (ActionFailedException e) {
            throw Failures.refusal(e, locale);
        }
        String account = Readings.account(process.domain(), process.user());
        return Table.of(columns(), List.of(Arrays.asList(process.pid(), process.name(), account, "done")));
    }

    private HostProcess find(long pid, Locale locale) throws Refusal {
        for (HostProcess process : Readings.processes(host, locale)) {
            if (process.pid() == pid) {
                return process;
            }
        }
        throw Texts.refusal(Refusal.Reason.ITEM_NOT_FOUND, locale, "refused.no-such-process", Long.toString(pid));
    }

    /** Unlike a filter, a guard knows no star. */
    private static boolean sameName(String asked, String actual) {
        return asked.indexOf('*') < 0 && new NamePattern(asked).matches(actual);
    }

    private static boolean sameStart(Instant asked, Instant actual) {
        return actual != null && Duration.between(asked, actual).abs().compareTo(SHOWN_TO) < 0;
    }
}
