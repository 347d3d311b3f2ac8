package org.rollcall.central.wake;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.access.Grants;
import org.rollcall.central.access.Who;
import org.rollcall.central.ask.MachineOutcome;
import org.rollcall.central.ask.OnBehalf;
import org.rollcall.central.ask.Sheets;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.store.AuditLine;
import org.rollcall.central.store.AuditTrail;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.text.Messages;
import org.rollcall.xmpp.wake.MagicPacket;
import org.rollcall.xmpp.wake.PacketSender;

/** Wakes machines for people who are operators in their rooms, and says where it cannot work. */
public final class WakeOnLan {
    private static final String ACTION = "wake";

    private final PacketSender sender;
    private final Passing passing;
    private final OnBehalf onBehalf;
    private final BoardView board;
    private final Supplier<Grants> grants;
    private final Sheets sheets;
    private final AuditTrail trail;
    private final InstantSource clock;

    public WakeOnLan(
            PacketSender sender,
            Passing passing,
            OnBehalf onBehalf,
            BoardView board,
            Supplier<Grants> grants,
            Sheets sheets,
            AuditTrail trail,
            InstantSource clock) {
        this.sender = sender;
        this.passing = passing;
        this.onBehalf = onBehalf;
        this.board = board;
        this.grants = grants;
        this.sheets = sheets;
        this.trail = trail;
        this.clock = clock;
    }

    /** A machine to be woken, its packet, and what came of sending it from here. */
    private record Sleeper(MachineNow machine, int networks, String failure) {}

    /**
     * Sends at once, asks neighbours to send too, and does not wait for machines to come up: the board shows that.
     *
     * @param progress hears of each machine's outcome; one that was sent has an empty table, whose note says how
     * @return done when the neighbours have answered, some seconds at most
     */
    public CompletableFuture<Void> wake(
            Who who, String channel, Collection<BareJid> machines, Locale locale, Consumer<MachineOutcome> progress) {
        List<MachineOutcome> outcomes = new ArrayList<>();
        Map<BareJid, Sleeper> sleepers = new LinkedHashMap<>();
        Grants now = grants.get();
        for (BareJid jid : new LinkedHashSet<>(machines)) {
            Optional<MachineNow> found = board.machine(jid);
            MachineOutcome refusal = refusal(now, who, jid, found, locale);
            if (refusal == null) {
                sleepers.put(jid, send(found.get()));
            } else {
                outcomes.add(refusal);
                progress.accept(refusal);
            }
        }
        List<MachineNow> asleep =
                sleepers.values().stream().map(Sleeper::machine).toList();
        return passing.ask(asleep, onBehalf.jid(who), locale).thenAccept(passed -> {
            for (Sleeper sleeper : sleepers.values()) {
                List<Passing.Passed> words =
                        passed.getOrDefault(sleeper.machine().jid(), List.of());
                MachineOutcome outcome = outcome(sleeper, words, locale);
                outcomes.add(outcome);
                progress.accept(outcome);
            }
            record(now, who, channel, outcomes);
        });
    }

    private Sleeper send(MachineNow machine) {
        try {
            return new Sleeper(
                    machine, sender.send(MagicPacket.of(machine.mac()).orElseThrow()), null);
        } catch (IOException e) {
            return new Sleeper(machine, 0, String.valueOf(e.getMessage()));
        }
    }

    private MachineOutcome outcome(Sleeper sleeper, List<Passing.Passed> passed, Locale locale) {
        MachineNow machine = sleeper.machine();
        List<String> sentences = new ArrayList<>();
        boolean here = sleeper.failure() == null;
        sentences.add(
                here ? text(locale, "sent", sleeper.networks()) : text(locale, "refused.network", sleeper.failure()));
        String by = passed.stream()
                .filter(Passing.Passed::sent)
                .map(Passing.Passed::neighbour)
                .collect(Collectors.joining(", "));
        if (!by.isEmpty()) {
            sentences.add(text(locale, "passed", by));
        }
        passed.stream().filter(one -> !one.sent()).forEach(one -> sentences.add(not(one, locale)));
        if (!here && by.isEmpty()) {
            return none(machine.jid(), machine.name(), "not-sent", String.join("; ", sentences));
        }
        sentences.add(text(locale, fastStartup(machine.jid()) ? "then.fast-startup" : "then"));
        Table sent = new Table(List.of(), List.of(), String.join("; ", sentences));
        return new MachineOutcome(machine.jid(), machine.name(), sent, clock.instant(), null, null);
    }

    private static String not(Passing.Passed passed, Locale locale) {
        return passed.reason().equals("forbidden")
                ? text(locale, "not-passed.role", passed.neighbour())
                : text(locale, "not-passed", passed.neighbour(), passed.sentence());
    }

    private void record(Grants now, Who who, String channel, List<MachineOutcome> outcomes) {
        List<String> names = outcomes.stream().map(MachineOutcome::name).toList();
        long sent = outcomes.stream().filter(MachineOutcome::answered).count();
        String role = now.anywhere(who).map(Role::id).orElse(null);
        String outcome = sent == names.size() ? "done" : sent + "/" + names.size();
        String target = String.join(", ", names.subList(0, Math.min(20, names.size())));
        trail.record(new AuditLine(0, clock.instant(), who.id(), role, channel, ACTION, target, null, outcome));
    }

    /** Null: it may be woken, and can be. */
    private static MachineOutcome refusal(Grants now, Who who, BareJid jid, Optional<MachineNow> found, Locale locale) {
        Optional<Role> role = found.flatMap(machine -> now.in(room(machine), who));
        if (role.isEmpty()) {
            return none(jid, jid.toString(), "no-such-machine", text(locale, "refused.machine"));
        }
        MachineNow machine = found.get();
        if (!role.get().covers(Role.OPERATOR)) {
            String sentence = text(locale, "refused.role", role.get().id());
            return none(jid, machine.name(), "forbidden", sentence);
        }
        if (machine.condition().isOn() && !machine.unconfirmed()) {
            return none(jid, machine.name(), "on", text(locale, "refused.on"));
        }
        return MagicPacket.of(machine.mac()).isPresent()
                ? null
                : none(jid, machine.name(), "no-address", text(locale, "refused.mac"));
    }

    /**
     * Windows does not arm the card at a fast startup's shutdown.
     *
     * @see <a href="https://learn.microsoft.com/en-us/troubleshoot/windows-client/setup-upgrade-and-drivers/wake-on-lan-feature">Microsoft:
     *     Wake on LAN behaviour</a>
     */
    private boolean fastStartup(BareJid jid) {
        return sheets.fact(jid, "system", "fast-startup").filter("on"::equals).isPresent();
    }

    private static MachineOutcome none(BareJid jid, String name, String reason, String sentence) {
        return new MachineOutcome(jid, name, null, null, reason, sentence);
    }

    private static String room(MachineNow machine) {
        return machine.place() == null ? null : machine.place().room();
    }

    private static String text(Locale locale, String key, Object... arguments) {
        return Messages.beside(WakeOnLan.class, locale).text(key, arguments);
    }
}
