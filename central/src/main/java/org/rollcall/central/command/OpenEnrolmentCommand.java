package org.rollcall.central.command;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.rollcall.central.enrol.Office;
import org.rollcall.central.store.Enrolments.Window;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Lets the PCs of a room, or of all, enrol for a while without a person's word on each. */
final class OpenEnrolmentCommand implements Command {
    private static final Duration USUAL = Duration.ofHours(2);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final int LONGEST_ROOM = 100;

    private static final Signature SIGNATURE = Signature.order("open-enrolment", Role.ADMIN)
            .taking(
                    Parameter.required("room", Parameter.Type.TEXT),
                    Parameter.optional("for", Parameter.Type.DURATION),
                    Parameter.choice("known", "yes", "no"))
            .giving(Column.text("room"), Column.time("until"), Column.text("known"));

    private final Scopes scopes;
    private final Offices offices;

    OpenEnrolmentCommand(Scopes scopes, Offices offices) {
        this.scopes = scopes;
        this.offices = offices;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        Office office = offices.enrolling(request.locale());
        String room = room(request.text("room").orElseThrow(), request);
        Duration lasting = request.duration("for").orElse(USUAL);
        if (lasting.compareTo(SHORTEST) < 0 || lasting.compareTo(Office.LONGEST_WINDOW) > 0) {
            throw Texts.badRequest(request.locale(), "refused.window", Long.toString(Office.LONGEST_WINDOW.toDays()));
        }
        boolean known = request.text("known").filter("yes"::equals).isPresent();
        Window window = office.open(room, lasting, known, scopes.who(request).id());
        List<Object> row =
                Arrays.asList(room == null ? EnrolmentCommand.ALL : room, window.until(), known ? "yes" : "no");
        return Table.of(columns(), List.of(row));
    }

    /** Null for all; a room that no machine stands in yet is one, too. */
    private String room(String text, Request request) throws Refusal {
        String room = text.strip();
        if (room.equals(EnrolmentCommand.ALL)) {
            scopes.everywhere(request, role());
            return null;
        }
        if (room.isEmpty()
                || room.length() > LONGEST_ROOM
                || !scopes.of(request, role()).covers(room)) {
            throw Texts.notFound(request.locale(), "refused.no-such-room", text);
        }
        return room;
    }
}
