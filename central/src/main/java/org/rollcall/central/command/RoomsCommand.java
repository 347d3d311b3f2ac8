package org.rollcall.central.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.RoomNow;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** All rooms at a glance. */
final class RoomsCommand implements Command {
    private static final Signature SIGNATURE = Signature.question("rooms", Role.VIEWER)
            .giving(
                    Column.text("room"),
                    Column.count("in-use"),
                    Column.count("machines"),
                    Column.count("left"),
                    Column.count("free"),
                    Column.count("off"),
                    Column.count("lost"),
                    Column.count("unknown"),
                    Column.time("outage"));

    private final Scopes scopes;
    private final Sentences sentences;

    RoomsCommand(Scopes scopes, Sentences sentences) {
        this.scopes = scopes;
        this.sentences = sentences;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) {
        List<RoomNow> rooms = scopes.of(request, role()).rooms();
        List<List<Object>> rows = new ArrayList<>();
        for (RoomNow room : rooms) {
            rows.add(Arrays.asList(
                    room.name(),
                    (long) room.inUse(),
                    (long) room.machines().size(),
                    count(room, Condition.LEFT),
                    count(room, Condition.FREE),
                    count(room, Condition.OFF),
                    count(room, Condition.LOST),
                    count(room, Condition.UNKNOWN),
                    room.outage()));
        }
        String none = rooms.isEmpty() ? Texts.text(request.locale(), "note.rooms.none") : null;
        return new Table(columns(), rows, sentences.beneath(rooms, request.locale(), none));
    }

    private static Long count(RoomNow room, Condition condition) {
        return room.machines().stream()
                .map(MachineNow::condition)
                .filter(condition::equals)
                .count();
    }
}
