package org.rollcall.agent.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

/** What runs, in the order of {@code tasklist /V}'s columns. */
final class ProcessesCommand implements Command {
    private static final Signature SIGNATURE = Signature.question("processes", Role.VIEWER)
            .taking(
                    Parameter.optional("user", Parameter.Type.TEXT),
                    Parameter.optional("name", Parameter.Type.TEXT),
                    Parameter.optional("session", Parameter.Type.COUNT),
                    Parameter.choice("sort", "memory", "cpu", "name", "pid"),
                    Parameter.optional("limit", Parameter.Type.COUNT))
            .giving(
                    Column.text("name"),
                    Column.count("pid"),
                    Column.count("session"),
                    Column.bytes("memory"),
                    Column.text("status"),
                    Column.text("user"),
                    Column.duration("cpu"),
                    Column.time("started"),
                    Column.count("threads"),
                    Column.count("parent"));

    private final Host host;

    ProcessesCommand(Host host) {
        this.host = host;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        long limit = request.count("limit").orElse(Long.MAX_VALUE);
        if (limit == 0) {
            throw Texts.badRequest(request.locale(), "refused.limit");
        }
        List<HostProcess> found = new ArrayList<>();
        Optional<NamePattern> user = request.text("user").map(NamePattern::new);
        Optional<NamePattern> name = request.text("name").map(NamePattern::new);
        Optional<Long> session = request.count("session");
        for (HostProcess process : Readings.processes(host, request.locale())) {
            if (user.map(u -> u.matchesAccount(process.domain(), process.user()))
                            .orElse(true)
                    && name.map(n -> n.matches(process.name())).orElse(true)
                    && session.map(s -> process.session() != null && process.session() == s.longValue())
                            .orElse(true)) {
                found.add(process);
            }
        }
        found.sort(order(request.text("sort").orElse("memory")));
        List<List<Object>> rows = new ArrayList<>();
        for (HostProcess process : found.subList(0, (int) Math.min(limit, found.size()))) {
            rows.add(row(process));
        }
        return Table.of(columns(), rows);
    }

    /** What costs most comes first; names and numbers go up. */
    private static Comparator<HostProcess> order(String by) {
        Comparator<HostProcess> byPid = Comparator.comparingLong(HostProcess::pid);
        return switch (by) {
            case "cpu" -> Comparator.comparing(HostProcess::cpu).reversed().thenComparing(byPid);
            case "name" ->
                Comparator.comparing(HostProcess::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(byPid);
            case "pid" -> byPid;
            default -> Comparator.comparingLong(HostProcess::memory).reversed().thenComparing(byPid);
        };
    }

    private static List<Object> row(HostProcess process) {
        return Arrays.asList(
                process.name(),
                process.pid(),
                process.session() == null ? null : process.session().longValue(),
                process.memory(),
                process.status(),
                Readings.account(process.domain(), process.user()),
                process.cpu(),
                process.started(),
                (long) process.threads(),
                process.parent());
    }
}
