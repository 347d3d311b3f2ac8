package org.rollcall.central.web.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.enrol.AccountException;
import org.rollcall.central.enrol.Office;
import org.rollcall.central.enrol.Renewal;
import org.rollcall.central.web.Api;
import org.rollcall.central.web.ApiException;
import org.rollcall.central.web.AuditNotes;
import org.rollcall.central.web.Viewer;
import org.rollcall.central.web.json.Accounts;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.text.Messages;

/** Machines' accounts on the XMPP server, for administrators of their rooms: new passwords, and the end of an account. */
public final class AccountRoutes {
    private static final Duration WITHIN = Duration.ofSeconds(55);
    private static final int AT_ONCE = 4;

    private final Office office;
    private final BoardView board;
    private final AuditNotes audit;
    private final Semaphore working = new Semaphore(AT_ONCE);

    private record Order(List<String> machines, String room) {}

    private interface Work {
        void go(OutcomeStream.Lines lines) throws IOException, InterruptedException;
    }

    /** @param office null where central manages no accounts */
    public AccountRoutes(Office office, BoardView board, AuditNotes audit) {
        this.office = office;
        this.board = board;
        this.audit = audit;
    }

    public void add(Api api) {
        api.post("/api/renew-password", Api.ADMIN_SOMEWHERE, (context, viewer) -> {
            List<MachineNow> machines = machines(context, viewer);
            answer(context, lines -> renew(machines, viewer, lines));
        });
        api.post("/api/withdraw", Api.ADMIN_SOMEWHERE, (context, viewer) -> {
            List<MachineNow> machines = machines(context, viewer);
            if (machines.size() != 1) {
                // Each may wait for the server, and none comes back by itself.
                throw ApiException.badRequest("machines: 1");
            }
            answer(context, lines -> lines.write(withdrawn(machines.get(0), viewer)));
        });
    }

    /** Those that the order is for; the viewer is an administrator of each. */
    private List<MachineNow> machines(Context context, Viewer viewer) throws IOException {
        if (office == null) {
            throw ApiException.notFound();
        }
        Order body = Api.body(context, Order.class);
        Targets targets = Targets.of(board, viewer, body.machines(), body.room());
        boolean may = targets.found().stream().allMatch(machine -> isAdmin(viewer, machine));
        if (!may || !targets.missing().isEmpty() || targets.found().isEmpty()) {
            throw ApiException.notFound();
        }
        // Known beforehand, so that nothing is left half done.
        office.down().ifPresent(why -> {
            throw ApiException.accountsUnavailable(why.in(viewer.locale()));
        });
        return targets.found();
    }

    private static boolean isAdmin(Viewer viewer, MachineNow machine) {
        return viewer.rights()
                .in(machine.place().room())
                .filter(Role.ADMIN::equals)
                .isPresent();
    }

    /** Each takes a thread until the server has answered; the others must still be served. */
    private void answer(Context context, Work work) throws IOException, InterruptedException {
        if (!working.tryAcquire()) {
            throw ApiException.busy();
        }
        try (OutcomeStream.Lines lines = OutcomeStream.lines(context)) {
            work.go(lines);
        } finally {
            working.release();
        }
    }

    private void renew(List<MachineNow> machines, Viewer viewer, OutcomeStream.Lines lines)
            throws InterruptedException {
        List<Renewal> heard = new ArrayList<>();
        boolean mine = office.renew(machines.stream().map(MachineNow::jid).toList(), WITHIN, renewal -> {
            MachineNow machine = machines.get(heard.size());
            heard.add(renewal);
            // Noted at once: it has happened, also when the page has gone away meanwhile.
            audit.tried(viewer, "renew-password", Accounts.of(machine), renewal.details(), outcome(renewal));
            tell(lines, renewed(machine, renewal, viewer));
        });
        if (!mine) {
            throw ApiException.busy();
        }
    }

    private static String outcome(Renewal renewal) {
        return renewal.result().id();
    }

    private static void tell(OutcomeStream.Lines lines, OutcomeStream.Line line) {
        try {
            lines.write(line);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static OutcomeStream.Line renewed(MachineNow machine, Renewal renewal, Viewer viewer) {
        if (renewal.result() == Renewal.Result.DONE) {
            return OutcomeStream.Line.done(machine);
        }
        String details = renewal.details() == null ? "" : renewal.details();
        String reason = outcome(renewal);
        return OutcomeStream.Line.failed(machine, reason, text(viewer, "renewal." + reason, details));
    }

    private OutcomeStream.Line withdrawn(MachineNow machine, Viewer viewer) throws InterruptedException {
        String account = Accounts.of(machine);
        try {
            office.withdraw(machine.jid());
        } catch (AccountException e) {
            audit.tried(viewer, "withdraw", account, e.getMessage(), "failed");
            return OutcomeStream.Line.failed(
                    machine, "failed", text(viewer, "withdrawal.failed", account, e.getMessage()));
        }
        audit.done(viewer, "withdraw", account, null);
        return OutcomeStream.Line.done(machine);
    }

    private static String text(Viewer viewer, String key, Object... arguments) {
        return Messages.beside(AccountRoutes.class, viewer.locale())
                .text(key, arguments)
                .strip();
    }
}
