package org.rollcall.central.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rollcall.central.enrol.Applicant;
import org.rollcall.central.enrol.Office;
import org.rollcall.central.hardware.Hardware;
import org.rollcall.central.store.Enrolments.Window;
import org.rollcall.central.store.Enrolments.Word;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Where PCs may enrol now, who waits, and what people have said of whom. */
final class EnrolmentCommand implements Command {
    static final String ALL = "all";

    private static final Signature SIGNATURE = Signature.question("enrolment", Role.ADMIN)
            .giving(
                    Column.text("entry"),
                    Column.text("room"),
                    Column.text("machine"),
                    Column.text("reason"),
                    Column.text("hardware"),
                    Column.text("formerly"),
                    Column.time("since"),
                    Column.time("until"),
                    Column.text("known"),
                    Column.text("by"));

    private final Scopes scopes;
    private final Offices offices;
    private final Rooms rooms;

    EnrolmentCommand(Scopes scopes, Offices offices, Rooms rooms) {
        this.scopes = scopes;
        this.offices = offices;
        this.rooms = rooms;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        Office office = offices.enrolling(request.locale());
        Scope scope = scopes.of(request, role());
        List<List<Object>> rows = new ArrayList<>();
        for (Window window : office.windows()) {
            if (window.room() == null || scope.covers(window.room())) {
                rows.add(row(window));
            }
        }
        for (Applicant applicant : office.applicants()) {
            if (scope.covers(applicant.room())) {
                rows.add(row(applicant));
            }
        }
        for (Word word : office.words()) {
            String room = rooms.of(word.jid());
            if (scope.covers(room)) {
                rows.add(row(word, room));
            }
        }
        return new Table(columns(), rows, note(office, request.locale()));
    }

    static List<Object> row(Window window) {
        return Arrays.asList(
                "window",
                window.room() == null ? ALL : window.room(),
                null,
                null,
                null,
                null,
                window.opened(),
                window.until(),
                window.known() ? "yes" : "no",
                window.openedBy());
    }

    private static List<Object> row(Applicant applicant) {
        return Arrays.asList(
                "waiting",
                applicant.room(),
                Offices.account(applicant.jid()),
                applicant.reason(),
                applicant.hardware().id(),
                applicant.formerly() == null ? null : Offices.account(applicant.formerly()),
                applicant.first(),
                null,
                null,
                null);
    }

    private static List<Object> row(Word word, String room) {
        return Arrays.asList(
                word.yes() ? "approved" : "refused",
                room,
                Offices.account(word.jid()),
                null,
                Hardware.parse(word.hardware()).id(),
                null,
                word.said(),
                null,
                null,
                word.saidBy());
    }

    private static String note(Office office, Locale locale) {
        List<String> notes = new ArrayList<>();
        office.failure().ifPresent(why -> notes.add(Texts.text(locale, "note.accounts-down", why.in(locale))));
        if (office.windows().isEmpty()) {
            notes.add(Texts.text(locale, "note.enrolment-closed"));
        }
        if (office.strangers() > 0) {
            notes.add(Texts.text(locale, "note.enrol-strangers", office.strangers()));
        }
        return notes.isEmpty() ? null : Sentences.joined(notes);
    }
}
