package org.rollcall.central.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.RoomNow;
import org.rollcall.central.enrol.Office;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.Machines;
import org.rollcall.central.trouble.Troubles;
import org.rollcall.xmpp.Version;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Whether all is well with Rollcall itself, one row a part; a script looks for {@code bad} and {@code warning}. */
final class StatusCommand implements Command {
    private static final String OK = "ok";
    private static final String NOTE = "note";
    private static final String WARNING = "warning";
    private static final String BAD = "bad";

    private static final Signature SIGNATURE = Signature.question("status", Role.ADMIN)
            .giving(Column.text("part"), Column.text("verdict"), Column.time("since"), Column.text("details"));

    private final Scopes scopes;
    private final BoardView board;
    private final Machines machines;
    private final Offices offices;
    private final Troubles troubles;
    private final BooleanSupplier storeWritable;
    private final FleetCommand fleet;

    StatusCommand(
            Scopes scopes,
            BoardView board,
            Machines machines,
            Offices offices,
            Troubles troubles,
            BooleanSupplier storeWritable,
            FleetCommand fleet) {
        this.scopes = scopes;
        this.board = board;
        this.machines = machines;
        this.offices = offices;
        this.troubles = troubles;
        this.storeWritable = storeWritable;
        this.fleet = fleet;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        scopes.everywhere(request, role());
        Report report = new Report(request.locale());
        report.add("central", OK, null, "Rollcall " + Version.text());
        BoardView.LinkNow link = board.link();
        report.add("link", link.up() ? OK : BAD, link.since(), null);
        boolean writable = storeWritable.getAsBoolean();
        report.add("store", writable ? OK : BAD, null, writable ? null : report.text("status.store"));
        troubles.now(request.locale())
                .forEach(one -> report.add("files", WARNING, one.since(), one.where() + ": " + one.sentence()));
        machines(report);
        for (RoomNow room : board.rooms()) {
            if (room.outage() != null) {
                report.add("network", WARNING, room.outage(), report.text("status.network", room.name()));
            }
        }
        int problems = fleet.answer(request).rows().size();
        report.add(
                "fleet", problems == 0 ? OK : NOTE, null, problems == 0 ? null : report.text("status.fleet", problems));
        waiting(report);
        return Table.of(columns(), report.rows);
    }

    private void machines(Report report) {
        List<MachineNow> all = board.machines();
        long on = all.stream().filter(machine -> machine.condition().isOn()).count();
        long lost = all.stream()
                .filter(machine -> machine.condition() == Condition.LOST)
                .count();
        report.add("machines", lost == 0 ? OK : WARNING, null, report.text("status.machines", on, all.size(), lost));
    }

    private void waiting(Report report) {
        long spoken = machines.all().stream()
                .filter(machine -> machine.standing() == KnownMachine.Standing.WAITING)
                .count();
        if (offices.find().isEmpty()) {
            report.add("waiting", spoken == 0 ? OK : NOTE, null, report.text("status.waiting", spoken));
            return;
        }
        Office office = offices.find().get();
        office.failure().ifPresent(why -> report.add("accounts", BAD, null, why.in(report.locale)));
        long all = spoken + office.applicants().size();
        report.add("waiting", all == 0 ? OK : NOTE, null, report.text("status.waiting", all));
        if (!office.windows().isEmpty()) {
            report.add(
                    "windows",
                    NOTE,
                    null,
                    report.text("status.windows", office.windows().size()));
        }
    }

    /** The rows so far. */
    private static final class Report {
        final List<List<Object>> rows = new ArrayList<>();
        private final Locale locale;

        Report(Locale locale) {
            this.locale = locale;
        }

        String text(String key, Object... arguments) {
            return Texts.text(locale, key, arguments);
        }

        void add(String part, String verdict, Instant since, String details) {
            rows.add(Arrays.asList(part, verdict, since, details));
        }
    }
}
