package org.rollcall.central.web.api;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.SessionNow;
import org.rollcall.central.web.Viewer;
import org.rollcall.central.web.json.Accounts;
import org.rollcall.xmpp.asking.MachineCommand;
import org.rollcall.xmpp.text.Messages;

/** Whom an order would hit, before it is sent. */
record Preview(String command, boolean changes, int people, List<Hit> machines, List<Skipped> skipped) {

    record Hit(String jid, String account, String name, String room, String condition, List<HitPerson> people) {
        static Hit of(MachineNow machine) {
            return new Hit(
                    machine.jid().toString(),
                    Accounts.of(machine),
                    machine.name(),
                    machine.place().room(),
                    machine.condition().id(),
                    machine.sessions().stream().map(HitPerson::of).toList());
        }
    }

    record HitPerson(int session, String user, String fullName, boolean staff, String state) {
        static HitPerson of(SessionNow session) {
            return new HitPerson(session.id(), session.user(), session.fullName(), session.staff(), session.state());
        }
    }

    record Skipped(String account, String name, String reason, String sentence) {}

    static Preview of(MachineCommand command, Viewer viewer, Targets targets) {
        Messages messages = Messages.beside(Preview.class, viewer.locale());
        List<Hit> hits = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        int people = 0;
        for (MachineNow machine : targets.found()) {
            String reason = reason(command, viewer, machine);
            if (reason == null) {
                hits.add(Hit.of(machine));
                people += machine.sessions().size() + machine.more();
            } else {
                skipped.add(
                        new Skipped(Accounts.of(machine), machine.name(), reason, messages.text("skipped." + reason)));
            }
        }
        for (String account : targets.missing()) {
            skipped.add(new Skipped(account, account, "no-such-machine", messages.text("skipped.no-such-machine")));
        }
        return new Preview(command.name(), command.changes(), people, hits, skipped);
    }

    /** Why it would not be hit; null when it would. */
    private static String reason(MachineCommand command, Viewer viewer, MachineNow machine) {
        boolean may = viewer.rights()
                .in(machine.place().room())
                .filter(role -> role.covers(command.role()))
                .isPresent();
        if (!may) {
            return "forbidden";
        }
        if (command.name().equals(MachineCommands.WAKE) || machine.condition().isOn()) {
            return null;
        }
        Condition condition = machine.condition();
        return condition == Condition.OFF || condition == Condition.LOST ? condition.id() : Condition.UNKNOWN.id();
    }
}
