package org.rollcall.cli.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jivesoftware.smack.XMPPConnection;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.settings.CliSettings;
import org.rollcall.xmpp.asking.Target;
import org.rollcall.xmpp.text.MachineName;

/** {@code a201b7}, {@code a201b7,pc@other.org}, {@code room:A201} or {@code all}: who is to be asked. */
public final class Whom {
    private static final String ALL = "all";
    private static final String ROOM = "room:";

    private final List<String> words;
    private final CliSettings settings;
    private final Terminal terminal;
    private final Map<BareJid, Target> targets = new LinkedHashMap<>();

    private Whom(List<String> words, CliSettings settings, Terminal terminal) {
        this.words = words;
        this.settings = settings;
        this.terminal = terminal;
    }

    /** @throws CliException when it names nobody that can be */
    public static Whom parse(String text, CliSettings settings, Terminal terminal) {
        List<String> words = new ArrayList<>();
        for (String word : text.split(",")) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        Whom whom = new Whom(words, settings, terminal);
        if (words.isEmpty()) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("whom.empty"));
        }
        words.stream().filter(word -> !whom.needsRoster(word)).forEach(whom::account);
        whom.targets.clear();
        return whom;
    }

    /** Each machine once, in the order named; rooms and {@code all} are looked up in the account's roster. */
    public List<Target> targets(XMPPConnection connection) throws InterruptedException {
        Park park = new Park(connection, settings, terminal);
        List<BareJid> machines = words.stream().anyMatch(this::needsRoster) ? park.machines() : List.of();
        for (String word : words) {
            if (!needsRoster(word)) {
                account(word);
            } else {
                machines.stream().filter(machine -> meant(word, machine, park)).forEach(this::add);
            }
        }
        if (targets.isEmpty()) {
            throw new CliException(
                    ExitCode.NONE_DID,
                    terminal.text(
                            "whom.nobody",
                            String.join(",", words),
                            settings.xmpp().user() + "@" + settings.xmpp().domain()));
        }
        return List.copyOf(targets.values());
    }

    /** The same, from what central knows of the park. */
    List<Target> targets(ThroughCentral central) throws InterruptedException {
        Map<BareJid, Target> found = new LinkedHashMap<>();
        for (String word : words) {
            if (needsRoster(word)) {
                String room = word.equals(ALL) ? null : word.substring(ROOM.length());
                central.machines(room).forEach(target -> found.putIfAbsent(target.account(), target));
            } else {
                targets.clear();
                account(word);
                targets.forEach(found::putIfAbsent);
            }
        }
        return List.copyOf(found.values());
    }

    private boolean needsRoster(String word) {
        return word.equals(ALL) || word.startsWith(ROOM);
    }

    private static boolean meant(String word, BareJid machine, Park park) {
        return word.equals(ALL)
                || park.roomOf(machine)
                        .filter(room -> room.equalsIgnoreCase(word.substring(ROOM.length())))
                        .isPresent();
    }

    private void account(String word) {
        try {
            if (word.indexOf('/') >= 0) {
                throw new CliException(ExitCode.BAD_USE, terminal.text("whom.resource", word));
            }
            String jid = word.indexOf('@') >= 0 ? word : MachineName.localpart(word) + "@" + settings.machineDomain();
            EntityBareJid account = JidCreate.entityBareFrom(jid);
            add(account);
        } catch (XmppStringprepException e) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("whom.bad", word));
        }
    }

    private void add(BareJid machine) {
        boolean ours = machine.getDomain().toString().equals(settings.machineDomain());
        String name =
                ours ? MachineName.fromLocalpart(machine.getLocalpartOrThrow().toString()) : machine.toString();
        targets.putIfAbsent(machine, Target.machine(name, machine));
    }
}
