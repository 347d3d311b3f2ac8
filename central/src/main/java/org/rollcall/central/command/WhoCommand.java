package org.rollcall.central.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.RoomNow;
import org.rollcall.central.board.SessionNow;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Who sits where, in one room or in all, in the order of the original's board. */
final class WhoCommand implements Command {
    private static final Signature SIGNATURE = Signature.question("who", Role.VIEWER)
            .taking(Parameter.optional("room", Parameter.Type.TEXT), Parameter.optional("all", Parameter.Type.FLAG))
            .giving(
                    Column.text("machine"),
                    Column.time("since"),
                    Column.text("address"),
                    Column.text("user"),
                    Column.text("fullname"),
                    Column.text("group"),
                    Column.text("state"),
                    Column.text("room"));

    private final Scopes scopes;
    private final Sentences sentences;

    WhoCommand(Scopes scopes, Sentences sentences) {
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
        for (RoomNow room : rooms) {
            for (MachineNow machine : room.machines()) {
                add(rows, machine, room.name(), request.flag("all"));
            }
        }
        Locale locale = request.locale();
        return new Table(columns(), rows, sentences.beneath(rooms, locale, summary(rooms, locale)));
    }

    /** One row a session; what a lost machine was last heard with is shown, and said to be so. */
    private static void add(List<List<Object>> rows, MachineNow machine, String room, boolean all) {
        for (SessionNow session : machine.sessions()) {
            rows.add(Arrays.asList(
                    machine.name(),
                    session.since(),
                    machine.address(),
                    session.user(),
                    session.fullName(),
                    session.group(),
                    state(machine, session),
                    room));
        }
        if (all && machine.sessions().isEmpty()) {
            rows.add(Arrays.asList(
                    machine.name(),
                    machine.since(),
                    machine.address(),
                    null,
                    null,
                    null,
                    machine.condition().id(),
                    room));
        }
    }

    /** The machine's own word for whom it is about; the others are behind the active one. */
    static String state(MachineNow machine, SessionNow session) {
        boolean itself = session.equals(machine.active()) || machine.condition() == Condition.LOST;
        return (itself ? machine.condition() : Condition.LEFT).id();
    }

    private static String summary(List<RoomNow> rooms, Locale locale) {
        int inUse = rooms.stream().mapToInt(RoomNow::inUse).sum();
        int machines = rooms.stream().mapToInt(room -> room.machines().size()).sum();
        return rooms.size() == 1
                ? Texts.text(locale, "note.room", rooms.get(0).name(), inUse, machines)
                : Texts.text(locale, "note.rooms", inUse, machines);
    }
}
