package org.rollcall.central.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.board.MachineNow;
import org.rollcall.xmpp.command.Refusal;

/** {@code a201b7}, {@code a201b7,a201b8}, {@code room:A201} or {@code all}: which machines are meant. */
final class Whom {
    private static final String ALL = "all";
    private static final String ROOM = "room:";

    private Whom() {}

    /**
     * Each once, in the order named.
     *
     * @throws Refusal when one is not there for this asker, or nobody is meant
     */
    static List<MachineNow> of(String text, Scope scope, Locale locale) throws Refusal {
        Map<BareJid, MachineNow> machines = new LinkedHashMap<>();
        for (String part : text.split(",")) {
            String word = part.strip();
            if (word.equals(ALL)) {
                scope.machines().forEach(machine -> machines.putIfAbsent(machine.jid(), machine));
            } else if (word.startsWith(ROOM)) {
                scope.room(word.substring(ROOM.length()))
                        .machines()
                        .forEach(machine -> machines.putIfAbsent(machine.jid(), machine));
            } else if (!word.isEmpty()) {
                MachineNow machine = scope.machine(word);
                machines.putIfAbsent(machine.jid(), machine);
            }
        }
        if (machines.isEmpty()) {
            throw Texts.badRequest(locale, "refused.nobody");
        }
        return List.copyOf(machines.values());
    }
}
