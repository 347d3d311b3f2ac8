package org.rollcall.tests.central.day;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.RoomNow;
import org.rollcall.central.service.CentralService;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.central.store.SessionRow;

/** Compares what central shows with what was. */
final class Truth {
    private static final int MOST = 10_000;
    /** How late an agent on a busy computer may notice that somebody has left. */
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(10);

    private Truth() {}

    /**
     * Where central is wrong, in words; empty when it is right.
     *
     * @param cut rooms without a network: their machines are lost, whatever they do
     */
    static List<String> differences(CentralService central, List<DayMachine> machines, Set<String> cut) {
        List<String> wrong = new ArrayList<>();
        for (DayMachine machine : machines) {
            MachineNow now = central.board().machine(machine.jid()).orElseThrow();
            boolean hidden = cut.contains(machine.room());
            Condition wanted = hidden && machine.isOn() ? Condition.LOST : machine.condition();
            if (now.condition() != wanted || now.unconfirmed()) {
                wrong.add(machine.name() + " is " + now.condition() + (now.unconfirmed() ? ", unconfirmed" : "")
                        + ", not " + wanted);
            } else if (!hidden && machine.isOn() && !there(now).equals(there(machine))) {
                wrong.add(machine.name() + " shows " + there(now) + ", not " + there(machine));
            }
        }
        rooms(central, machines, cut, wrong);
        history(central, machines, cut, wrong);
        return wrong;
    }

    private static void rooms(CentralService central, List<DayMachine> machines, Set<String> cut, List<String> wrong) {
        for (RoomNow room : central.board().rooms()) {
            List<DayMachine> here = machines.stream()
                    .filter(machine -> machine.room().equals(room.name()))
                    .toList();
            if (room.machines().size() != here.size()) {
                wrong.add(room.name() + " has " + room.machines().size() + " machines, not " + here.size());
            }
            if (cut.contains(room.name()) && room.outage() == null) {
                wrong.add(room.name() + " does not say that its network is gone");
            }
        }
    }

    private static void history(
            CentralService central, List<DayMachine> machines, Set<String> cut, List<String> wrong) {
        Map<String, List<SessionRow>> rows = new HashMap<>();
        for (SessionRow row : central.stores().history().find(HistoryQuery.latest(MOST))) {
            rows.computeIfAbsent(row.machine(), name -> new ArrayList<>()).add(row);
        }
        for (DayMachine machine : machines) {
            if (cut.contains(machine.room())) {
                continue;
            }
            List<SessionRow> told = rows.getOrDefault(machine.jid().toString(), List.of()).stream()
                    .sorted(Comparator.comparing(SessionRow::machineLogon))
                    .toList();
            List<Stay> stays = machine.stays();
            if (told.size() != stays.size()) {
                wrong.add(machine.name() + " had " + stays.size() + " sessions, history tells of " + told.size());
                continue;
            }
            for (int i = 0; i < stays.size(); i++) {
                String difference = difference(stays.get(i), told.get(i));
                if (difference != null) {
                    wrong.add(machine.name() + ": " + difference);
                }
            }
        }
    }

    private static String difference(Stay stay, SessionRow row) {
        if (!row.user().equals(stay.user) || !row.machineLogon().equals(stay.since)) {
            return row.user() + " since " + row.machineLogon() + ", not " + stay.user + " since " + stay.since;
        }
        if (stay.told == null) {
            return row.logoff() == null ? null : stay.user + " has not been told of as gone, but " + row.ended();
        }
        if (!stay.told.equals(row.ended())) {
            return stay.user + " ended by " + row.ended() + ", not " + stay.told;
        }
        Instant earliest = stay.told.equals("logoff") ? stay.until : stay.since;
        if (row.logoff().isBefore(earliest) || row.logoff().isAfter(stay.until.plus(NOTICED_WITHIN))) {
            return stay.user + " left at " + row.logoff() + ", not " + stay.until;
        }
        return null;
    }

    private static Set<String> there(MachineNow now) {
        Set<String> there = new TreeSet<>();
        now.sessions()
                .forEach(session -> there.add(
                        words(session.user(), session.since(), session.state().equals("active"), session.locked())));
        return there;
    }

    private static Set<String> there(DayMachine machine) {
        Set<String> there = new TreeSet<>();
        machine.present()
                .forEach(
                        stay -> there.add(words(stay.user, stay.since, stay.active, stay.active ? stay.locked : null)));
        return there;
    }

    private static String words(String user, Instant since, boolean active, Boolean locked) {
        return user + " since " + since + (active ? "" : ", left behind")
                + (Boolean.TRUE.equals(locked) ? ", locked" : "");
    }
}
