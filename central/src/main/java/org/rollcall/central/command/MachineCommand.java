package org.rollcall.central.command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.SessionNow;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.Machines;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** All that central itself knows of one machine; what only the machine knows is had by {@code ask NAME host}. */
final class MachineCommand implements Command {
    private static final Signature SIGNATURE = Signature.question("machine", Role.VIEWER)
            .taking(Parameter.required("name", Parameter.Type.TEXT))
            .giving(Column.text("fact"), Column.text("value"));

    private final Scopes scopes;
    private final Machines machines;
    private final Sentences sentences;

    MachineCommand(Scopes scopes, Machines machines, Sentences sentences) {
        this.scopes = scopes;
        this.machines = machines;
        this.sentences = sentences;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        MachineNow machine =
                scopes.of(request, role()).machine(request.text("name").orElseThrow());
        Optional<KnownMachine> known = machines.find(machine.jid());
        Facts facts = new Facts();
        facts.add("name", machine.name());
        facts.add("jid", machine.jid());
        if (machine.place() != null) {
            facts.add("room", machine.place().room());
            facts.add("seat", machine.place().seat());
            facts.add("label", machine.place().label());
        }
        facts.add("state", machine.condition().id());
        facts.add("since", machine.since());
        facts.add("unconfirmed", machine.unconfirmed() ? "true" : null);
        for (SessionNow session : machine.sessions()) {
            facts.add("user", user(session));
            facts.add("session", session.equals(machine.active()) ? null : session.state());
            facts.add("logon", session.since());
        }
        facts.add("more-users", machine.more() > 0 ? machine.more() : null);
        facts.add("last-user", machine.lastUser());
        facts.add("last-user-at", machine.lastUserAt());
        facts.add("last-heard", machine.lastHeard());
        facts.add("address", machine.address());
        facts.add("mac", machine.mac());
        facts.add("version", machine.version());
        facts.add("boot", machine.boot());
        facts.add("up", machine.up());
        facts.add(
                "clock-off",
                machine.clockOff() == null ? null : machine.clockOff().toSeconds() + " s");
        facts.add("first-seen", known.map(KnownMachine::firstSeen).orElse(null));
        facts.add("hardware", known.map(KnownMachine::otherHardware).isPresent() ? "changed" : null);
        facts.add("simulated", machine.simulated() ? "true" : null);
        return new Table(columns(), facts.rows, sentences.beneath(List.of(), request.locale(), null));
    }

    private static String user(SessionNow session) {
        StringBuilder user = new StringBuilder(session.user());
        if (session.fullName() != null) {
            user.append(" (").append(session.fullName());
            user.append(session.group() == null ? "" : ", " + session.group()).append(')');
        }
        return user.toString();
    }

    /** What is unknown is left out. */
    private static final class Facts {
        final List<List<Object>> rows = new ArrayList<>();

        void add(String fact, Object value) {
            if (value instanceof Instant instant) {
                rows.add(List.of(fact, instant.truncatedTo(ChronoUnit.SECONDS).toString()));
            } else if (value != null) {
                rows.add(List.of(fact, value.toString()));
            }
        }
    }
}
