package org.rollcall.central.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.RoomNow;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Which machines are not there: off, lost, or never seen; in the rooms' order. */
final class MissingCommand implements Command {
    private static final Signature SIGNATURE = Signature.question("missing", Role.VIEWER)
            .taking(Parameter.optional("room", Parameter.Type.TEXT))
            .giving(
                    Column.text("machine"),
                    Column.text("room"),
                    Column.text("state"),
                    Column.time("since"),
                    Column.text("last-user"),
                    Column.text("address"));

    private final Scopes scopes;
    private final Sentences sentences;

    MissingCommand(Scopes scopes, Sentences sentences) {
        this.scopes = scopes;
        this.sentences = sentences;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        List<RoomNow> rooms = scopes.of(request, role()).rooms(request.text("room"));
        List<List<Object>> rows = new ArrayList<>();
        int all = 0;
        for (RoomNow room : rooms) {
            all += room.machines().size();
            for (MachineNow machine : room.machines()) {
                if (!machine.condition().isOn()) {
                    rows.add(Arrays.asList(
                            machine.name(),
                            room.name(),
                            machine.condition().id(),
                            machine.since(),
                            machine.lastUser(),
                            machine.address()));
                }
            }
        }
        Locale locale = request.locale();
        String summary = Texts.text(locale, "note.missing", rows.size(), all);
        return new Table(columns(), rows, sentences.beneath(rooms, locale, summary));
    }
}
