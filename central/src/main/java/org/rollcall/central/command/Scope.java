package org.rollcall.central.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rollcall.central.access.Grants;
import org.rollcall.central.access.Who;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.RoomNow;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Role;

/** What one asker may see of the park, with at least one role. The rest is simply not there. */
final class Scope {
    private final BoardView board;
    private final Grants grants;
    private final Who who;
    private final Role least;
    private final Locale locale;

    Scope(BoardView board, Grants grants, Who who, Role least, Locale locale) {
        this.board = board;
        this.grants = grants;
        this.who = who;
        this.least = least;
        this.locale = locale;
    }

    Who who() {
        return who;
    }

    /** Also what belongs to no room. */
    boolean isEverywhere() {
        return grants.everywhere(who).filter(role -> role.covers(least)).isPresent();
    }

    boolean isAnywhere() {
        Set<String> rooms = roomNames();
        return rooms == null || !rooms.isEmpty();
    }

    /** Null: all. */
    Set<String> roomNames() {
        return grants.roomsOf(who, least).orElse(null);
    }

    List<RoomNow> rooms() {
        return board.rooms().stream().filter(room -> covers(room.name())).toList();
    }

    /** @throws Refusal when there is none of that name for this asker */
    List<RoomNow> rooms(Optional<String> one) throws Refusal {
        return one.isPresent() ? List.of(room(one.get())) : rooms();
    }

    List<MachineNow> machines() {
        List<MachineNow> machines = new ArrayList<>();
        rooms().forEach(room -> machines.addAll(room.machines()));
        return machines;
    }

    /** @throws Refusal when there is none of that name for this asker */
    RoomNow room(String name) throws Refusal {
        return rooms().stream()
                .filter(room -> room.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> Texts.notFound(locale, "refused.no-such-room", name));
    }

    /** By name, account or JID, in any case. */
    Optional<MachineNow> find(String name) {
        String wanted = name.strip();
        return board.machine(wanted)
                .or(() -> board.machines().stream()
                        .filter(machine -> machine.jid().toString().equalsIgnoreCase(wanted))
                        .findFirst())
                .filter(this::sees);
    }

    /** @throws Refusal when there is none of that name for this asker */
    MachineNow machine(String name) throws Refusal {
        return find(name).orElseThrow(() -> Texts.notFound(locale, "refused.no-such-machine", name));
    }

    boolean sees(MachineNow machine) {
        return covers(machine.place() == null ? null : machine.place().room());
    }

    /** @param room null or empty: what belongs to none */
    boolean covers(String room) {
        return grants.in(room == null || room.isEmpty() ? null : room, who)
                .filter(role -> role.covers(least))
                .isPresent();
    }
}
