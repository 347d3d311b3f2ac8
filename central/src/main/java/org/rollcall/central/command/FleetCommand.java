package org.rollcall.central.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rollcall.central.ask.Sheets;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.Versions;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.Machines;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Machines that an administrator should look at, one row for each thing that is wrong. */
final class FleetCommand implements Command {
    private static final Duration SILENT = Duration.ofDays(7);

    /** What agents say where Windows tells them of sessions at once. */
    private static final String NOTIFIED = "notifications";

    private static final Signature SIGNATURE = Signature.question("fleet", Role.ADMIN)
            .taking(
                    Parameter.choice(
                            "problem", "never-seen", "silent", "version", "clock", "hardware", "notifications"),
                    Parameter.optional("silent", Parameter.Type.DURATION))
            .giving(
                    Column.text("machine"),
                    Column.text("room"),
                    Column.text("problem"),
                    Column.time("since"),
                    Column.text("details"));

    private final Scopes scopes;
    private final Machines machines;
    private final Sheets sheets;
    private final InstantSource clock;

    FleetCommand(Scopes scopes, Machines machines, Sheets sheets, InstantSource clock) {
        this.scopes = scopes;
        this.machines = machines;
        this.sheets = sheets;
        this.clock = clock;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) {
        List<MachineNow> all = scopes.of(request, role()).machines();
        String newest = all.stream()
                .map(MachineNow::version)
                .filter(version -> version != null)
                .max(Versions.ORDER)
                .orElse(null);
        Instant heardAfter = clock.instant().minus(request.duration("silent").orElse(SILENT));
        Optional<String> wanted = request.text("problem");
        List<List<Object>> rows = new ArrayList<>();
        for (MachineNow machine : all) {
            for (Found found : of(machine, newest, heardAfter)) {
                if (wanted.isEmpty() || wanted.get().equals(found.problem())) {
                    rows.add(Arrays.asList(
                            machine.name(),
                            machine.place() == null ? null : machine.place().room(),
                            found.problem(),
                            found.since(),
                            found.details()));
                }
            }
        }
        return new Table(columns(), rows, versions(all, request.locale()));
    }

    private record Found(String problem, Instant since, String details) {}

    private List<Found> of(MachineNow machine, String newest, Instant heardAfter) {
        List<Found> found = new ArrayList<>();
        if (machine.condition() == Condition.UNKNOWN) {
            found.add(new Found("never-seen", null, null));
        } else if (!machine.condition().isOn()
                && machine.lastHeard() != null
                && machine.lastHeard().isBefore(heardAfter)) {
            found.add(new Found("silent", machine.lastHeard(), null));
        }
        if (machine.version() != null && Versions.ORDER.compare(machine.version(), newest) < 0) {
            found.add(new Found("version", null, machine.version()));
        }
        if (machine.clockOff() != null) {
            found.add(new Found("clock", null, machine.clockOff().toSeconds() + " s"));
        }
        if (machines.find(machine.jid()).map(KnownMachine::otherHardware).isPresent()) {
            found.add(new Found("hardware", null, null));
        }
        sheets.fact(machine.jid(), "agent", "notifications")
                .filter(how -> !how.startsWith(NOTIFIED) && !machine.simulated())
                .ifPresent(how -> found.add(new Found("notifications", null, how)));
        return found;
    }

    private static String versions(List<MachineNow> all, Locale locale) {
        String versions = all.stream()
                .map(MachineNow::version)
                .filter(version -> version != null)
                .collect(Collectors.groupingBy(version -> version, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted((one, other) -> Versions.ORDER.compare(other.getKey(), one.getKey()))
                .map(version -> version.getKey() + " (" + version.getValue() + ")")
                .collect(Collectors.joining(", "));
        return versions.isEmpty() ? null : Texts.text(locale, "note.fleet", versions);
    }
}
