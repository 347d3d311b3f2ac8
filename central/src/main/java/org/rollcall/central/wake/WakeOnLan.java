package org.rollcall.central.wake;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.access.Grants;
import org.rollcall.central.access.Who;
import org.rollcall.central.ask.MachineOutcome;
import org.rollcall.central.ask.Sheets;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.store.AuditLine;
import org.rollcall.central.store.AuditTrail;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.text.Messages;

/** Wakes machines for people who are operators in their rooms, and says where it cannot work. */
public final class WakeOnLan {
    private static final String ACTION = "wake";

    private final PacketSender sender;
    private final BoardView board;
    private final Supplier<Grants> grants;
    private final Sheets sheets;
    private final AuditTrail trail;
    private final InstantSource clock;

    public WakeOnLan(
            PacketSender sender,
            BoardView board,
            Supplier<Grants> grants,
            Sheets sheets,
            AuditTrail trail,
            InstantSource clock) {
        this.sender = sender;
        this.board = board;
        this.grants = grants;
        this.sheets = sheets;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Sends at once, and does not wait for machines to come up: the board shows that.
     *
     * @param progress hears of each machine's outcome; one that was sent has an empty table, whose note says how
     * @return already done
     */
    public CompletableFuture<Void> wake(
            Who who, String channel, Collection<BareJid> machines, Locale locale, Consumer<MachineOutcome> progress) {
        List<String> names = new ArrayList<>();
        int sent = 0;
        Grants now = grants.get();
        for (BareJid jid : new LinkedHashSet<>(machines)) {
            MachineOutcome outcome = one(now, who, jid, locale);
            names.add(outcome.name());
            sent += outcome.answered() ? 1 : 0;
            progress.accept(outcome);
        }
        String role = now.anywhere(who).map(Role::id).orElse(null);
        String outcome = sent == names.size() ? "done" : sent + "/" + names.size();
        String target = String.join(", ", names.subList(0, Math.min(20, names.size())));
        trail.record(new AuditLine(0, clock.instant(), who.id(), role, channel, ACTION, target, null, outcome));
        return CompletableFuture.completedFuture(null);
    }

    private MachineOutcome one(Grants now, Who who, BareJid jid, Locale locale) {
        Optional<MachineNow> found = board.machine(jid);
        Optional<Role> role = found.flatMap(machine -> now.in(room(machine), who));
        if (role.isEmpty()) {
            return none(jid, jid.toString(), "no-such-machine", text(locale, "refused.machine"));
        }
        MachineNow machine = found.get();
        if (!role.get().covers(Role.OPERATOR)) {
            return none(
                    jid,
                    machine.name(),
                    "forbidden",
                    text(locale, "refused.role", role.get().id()));
        }
        if (machine.condition().isOn() && !machine.unconfirmed()) {
            return none(jid, machine.name(), "on", text(locale, "refused.on"));
        }
        Optional<byte[]> packet = MagicPacket.of(machine.mac());
        if (packet.isEmpty()) {
            return none(jid, machine.name(), "no-address", text(locale, "refused.mac"));
        }
        try {
            int networks = sender.send(packet.get());
            Table sent = new Table(List.of(), List.of(), note(jid, networks, locale));
            return new MachineOutcome(jid, machine.name(), sent, clock.instant(), null, null);
        } catch (IOException e) {
            return none(jid, machine.name(), "not-sent", text(locale, "refused.network", e.getMessage()));
        }
    }

    /**
     * Windows does not arm the card at a fast startup's shutdown.
     *
     * @see <a href="https://learn.microsoft.com/en-us/troubleshoot/windows-client/setup-upgrade-and-drivers/wake-on-lan-feature">Microsoft:
     *     Wake on LAN behaviour</a>
     */
    private String note(BareJid jid, int networks, Locale locale) {
        boolean fastStartup =
                sheets.fact(jid, "system", "fast-startup").filter("on"::equals).isPresent();
        return text(locale, fastStartup ? "sent.fast-startup" : "sent", networks);
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
