package org.rollcall.central.enrol;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.hardware.Hardware;
import org.rollcall.central.park.Park;
import org.rollcall.central.store.Enrolments;
import org.rollcall.central.store.Enrolments.Word;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.KnownMachine.Standing;
import org.rollcall.central.store.Machines;
import org.rollcall.xmpp.stanza.Enrolment.Reasons;
import org.rollcall.xmpp.text.MachineName;

/**
 * Who may enrol. Whatever a PC says of itself may be a lie of whoever holds the secret, so that it opens nothing by
 * itself: a window lets in names that nobody has yet, and the same hardware whose machine is not there; all else takes a
 * window for known names, or a person's word.
 */
final class Rules {
    /** A yes that was not used by then is none. */
    static final Duration YES_HOLDS = Duration.ofDays(7);

    private final Supplier<Park> park;
    private final Machines machines;
    private final Enrolments enrolments;
    private final Windows windows;
    private final Predicate<BareJid> present;
    private final Predicate<BareJid> reserved;
    private final InstantSource clock;

    /**
     * @param present whether a machine of that account is there now
     * @param reserved accounts that are no machine's, whatever the park says: central's own, and people's
     */
    Rules(
            Supplier<Park> park,
            Machines machines,
            Enrolments enrolments,
            Windows windows,
            Predicate<BareJid> present,
            Predicate<BareJid> reserved,
            InstantSource clock) {
        this.park = park;
        this.machines = machines;
        this.enrolments = enrolments;
        this.windows = windows;
        this.present = present;
        this.reserved = reserved;
        this.clock = clock;
    }

    /** Null for none, and for a name outside the park. */
    String room(BareJid jid) {
        String room = park.get().placeOf(account(jid)).room();
        return room == null || room.isEmpty() ? null : room;
    }

    Verdict of(BareJid jid, Hardware hardware) {
        boolean inPark = room(jid) != null || park.get().named().contains(account(jid));
        if (!inPark || reserved.test(jid)) {
            return Verdict.outside();
        }
        KnownMachine machine = machines.find(jid).orElse(null);
        Optional<Word> word = enrolments.word(jid, hardware.fingerprint());
        BareJid formerly = formerly(jid, hardware).map(KnownMachine::jid).orElse(null);
        boolean formerlyThere = formerly != null && present.test(formerly);
        if (word.isPresent() && word.get().yes() && isFresh(word.get())) {
            return Verdict.admit(true, formerlyThere ? null : formerly);
        }
        boolean refused = machine != null && machine.standing() == Standing.REFUSED;
        if (refused || word.isPresent() && !word.get().yes()) {
            return Verdict.wait(Reasons.REFUSED, formerly);
        }
        String room = room(jid);
        boolean believed = machine != null && machine.standing() == Standing.KNOWN;
        boolean newName = !believed || isUnused(machine);
        if (formerly == null && (newName || isSame(machine, hardware))) {
            boolean there = !newName && present.test(jid);
            if (!there) {
                // Of a machine that the rooms file names, and nobody has heard yet, the account may be anybody's.
                boolean takeOver = believed && (!newName || windows.isOpenForKnown(room));
                return windows.isOpen(room) ? Verdict.admit(takeOver, null) : Verdict.wait(Reasons.CLOSED, null);
            }
        } else if (windows.isOpenForKnown(room) && !formerlyThere && !present.test(jid)) {
            return Verdict.admit(believed, formerly);
        }
        return Verdict.wait(Reasons.HARDWARE, formerly);
    }

    /** The rooms file names it, and nobody has ever spoken under that name. */
    private boolean isUnused(KnownMachine machine) {
        return machine.hardware() == null
                && machine.firstSeen() == null
                && enrolments.enrolled(machine.jid()).isEmpty();
    }

    private static boolean isSame(KnownMachine machine, Hardware hardware) {
        return machine.hardware() != null && hardware.agrees(Hardware.parse(machine.hardware()));
    }

    private Optional<KnownMachine> formerly(BareJid jid, Hardware hardware) {
        return machines.all().stream()
                .filter(other -> !other.jid().equals(jid) && other.standing() == Standing.KNOWN)
                .filter(other -> other.hardware() != null && hardware.isSurely(Hardware.parse(other.hardware())))
                .findFirst();
    }

    private boolean isFresh(Word word) {
        return word.said().plus(YES_HOLDS).isAfter(clock.instant());
    }

    static String account(BareJid jid) {
        return MachineName.fromLocalpart(jid.getLocalpartOrThrow().toString());
    }
}
