package org.rollcall.central.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.SessionNow;
import org.rollcall.central.park.Folding;
import org.rollcall.central.store.History;
import org.rollcall.central.store.SessionRow;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Where somebody is: those who are there now, then when and where the others were last. */
final class WhereCommand implements Command {
    private static final int MOST = 50;

    private static final Signature SIGNATURE = Signature.question("where", Role.VIEWER)
            .taking(Parameter.required("user", Parameter.Type.TEXT))
            .giving(
                    Column.text("user"),
                    Column.text("fullname"),
                    Column.text("group"),
                    Column.text("machine"),
                    Column.text("room"),
                    Column.text("state"),
                    Column.time("since"),
                    Column.time("until"),
                    Column.text("address"));

    private final Scopes scopes;
    private final Sentences sentences;
    private final History history;

    WhereCommand(Scopes scopes, Sentences sentences, History history) {
        this.scopes = scopes;
        this.sentences = sentences;
        this.history = history;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        String wanted = request.text("user").orElseThrow().strip();
        String text = Folding.fold(wanted);
        if (text.isEmpty()) {
            throw Texts.badRequest(request.locale(), "refused.empty", "user");
        }
        Scope scope = scopes.of(request, role());
        List<List<Object>> rows = new ArrayList<>();
        Set<String> present = new HashSet<>();
        for (MachineNow machine : scope.machines()) {
            for (SessionNow session : machine.sessions()) {
                if (isIn(text, session.user()) || isIn(text, session.fullName())) {
                    rows.add(now(machine, session));
                    present.add(session.user().toLowerCase(Locale.ROOT));
                }
            }
        }
        int now = rows.size();
        if (now < MOST) {
            for (SessionRow session : history.lastOfEach(wanted, scope.roomNames(), MOST - now)) {
                if (!present.contains(session.user().toLowerCase(Locale.ROOT))) {
                    rows.add(before(session));
                }
            }
        }
        Locale locale = request.locale();
        String summary = rows.isEmpty()
                ? Texts.text(locale, "note.where.never", wanted)
                : Texts.text(locale, "note.where", now, rows.size() - now);
        return new Table(columns(), rows, sentences.beneath(List.of(), locale, summary));
    }

    private static boolean isIn(String folded, String text) {
        return text != null && Folding.fold(text).contains(folded);
    }

    private static List<Object> now(MachineNow machine, SessionNow session) {
        return Arrays.asList(
                session.user(),
                session.fullName(),
                session.group(),
                machine.name(),
                machine.place() == null ? null : machine.place().room(),
                WhoCommand.state(machine, session),
                session.since(),
                null,
                machine.address());
    }

    private static List<Object> before(SessionRow session) {
        return Arrays.asList(
                session.user(),
                session.fullName(),
                session.group(),
                session.name(),
                session.room(),
                "gone",
                session.logon(),
                session.logoff(),
                session.address());
    }
}
