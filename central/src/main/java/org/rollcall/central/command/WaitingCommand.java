package org.rollcall.central.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.rollcall.central.hardware.Hardware;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.Machines;
import org.rollcall.central.trouble.Trouble;
import org.rollcall.central.trouble.Troubles;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/**
 * Machines that have spoken and are none of ours yet, PCs that wait to be enrolled, those that were refused, and those
 * that look as if they were two; beneath, what is wrong here.
 */
final class WaitingCommand implements Command {
    private static final int MOST_TROUBLES = 10;

    private static final Signature SIGNATURE = Signature.question("waiting", Role.ADMIN)
            .giving(
                    Column.text("jid"),
                    Column.text("name"),
                    Column.text("standing"),
                    Column.time("first-seen"),
                    Column.time("last-seen"),
                    Column.text("address"),
                    Column.text("version"),
                    Column.text("reason"),
                    Column.text("hardware"));

    private final Scopes scopes;
    private final Machines machines;
    private final Offices offices;
    private final Troubles troubles;

    WaitingCommand(Scopes scopes, Machines machines, Offices offices, Troubles troubles) {
        this.scopes = scopes;
        this.machines = machines;
        this.troubles = troubles;
        this.offices = offices;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        scopes.everywhere(request, role());
        List<List<Object>> rows = new ArrayList<>();
        machines.all().stream()
                .filter(machine -> machine.standing() != KnownMachine.Standing.KNOWN)
                .sorted(Comparator.comparing(machine -> machine.jid().toString()))
                .forEach(machine -> rows.add(Arrays.asList(
                        machine.jid().toString(),
                        machine.name(),
                        machine.standing().name().toLowerCase(Locale.ROOT),
                        machine.firstSeen(),
                        machine.lastSeen(),
                        machine.address(),
                        machine.version(),
                        null,
                        null)));
        machines.all().stream()
                .filter(machine -> machine.standing() == KnownMachine.Standing.KNOWN && machine.otherHardware() != null)
                .sorted(Comparator.comparing(machine -> machine.jid().toString()))
                .forEach(machine -> rows.add(Arrays.asList(
                        machine.jid().toString(),
                        machine.name(),
                        "known",
                        machine.firstSeen(),
                        machine.lastSeen(),
                        machine.address(),
                        machine.version(),
                        // The inbox notes a machine's own hardware where it is one that two agents sign in as.
                        machine.otherHardware().equals(machine.hardware()) ? "contended" : "hardware",
                        Hardware.parse(machine.otherHardware()).id())));
        offices.find()
                .ifPresent(office -> office.applicants()
                        .forEach(applicant -> rows.add(Arrays.asList(
                                applicant.jid().toString(),
                                applicant.name(),
                                "enrols",
                                applicant.first(),
                                applicant.last(),
                                null,
                                applicant.version(),
                                applicant.reason(),
                                applicant.hardware().id()))));
        List<String> notes = new ArrayList<>();
        notes.add(Texts.text(request.locale(), "note.waiting", machines.unknownHeard()));
        List<Trouble> wrong = troubles.now(request.locale());
        wrong.stream().limit(MOST_TROUBLES).forEach(one -> notes.add(one.where() + ": " + one.sentence()));
        if (wrong.size() > MOST_TROUBLES) {
            notes.add(Texts.text(request.locale(), "note.troubles", wrong.size() - MOST_TROUBLES));
        }
        return new Table(columns(), rows, Sentences.joined(notes));
    }
}
