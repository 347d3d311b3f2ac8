package org.rollcall.central.inbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.board.Board;
import org.rollcall.central.board.MachineNow;
import org.rollcall.xmpp.stanza.MachineState;

/**
 * Who is alive. Any stanza is a sign of life; who is silent for 20 s is pinged, and is lost after two misses, within
 * 45 s in all, whatever the server says. A miss counts only when the server was heard since the ping: else it is our own
 * link that is silent. Times are nanoseconds of one source.
 */
final class Pulses {
    /** Each waits a little less than the longest, so that those who answered together are not asked together again. */
    static final long SILENCE = Duration.ofSeconds(20).toNanos();

    static final long JITTER = Duration.ofSeconds(4).toNanos();
    static final long ANSWER_WITHIN = Duration.ofSeconds(8).toNanos();
    static final int MISSES = 2;
    /** A lost machine whose presence stands is asked on. */
    static final long LOST_EVERY = Duration.ofSeconds(30).toNanos();
    /** A stream that broke is often back at once, on a new one. */
    static final long GRACE = Duration.ofSeconds(3).toNanos();
    /** In which the server tells, after a sign-in, what it has kept of each machine. */
    static final long REPLAY = Duration.ofSeconds(30).toNanos();
    /** After a restart of the server machines come back later and later, up to a minute, and then all sign in. */
    static final long SETTLED = Duration.ofSeconds(90).toNanos();
    /** Of the same room: who missed a ping is seldom alone. */
    static final long HEARD_JUST_NOW = Duration.ofSeconds(2).toNanos();

    static final Duration TICK = Duration.ofMillis(250);
    /** Pings a tick: 300 a second. */
    static final int MOST_PINGS = 75;

    /** False: not sent, there is no room now. */
    interface Wire {
        boolean ping(BareJid machine);

        boolean pingServer();
    }

    private final Board board;
    private final Wire wire;
    private final BiConsumer<BareJid, MachineState> believed;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Random random;
    private final Map<BareJid, Pulse> pulses = new HashMap<>();
    private boolean up;
    private long upAt;
    private long serverHeardAt;
    private long serverAskedAt;

    /**
     * @param believed hears what machines say of themselves once it is certain that they are there: a server tells what
     *     it keeps of a machine that is gone as well
     */
    Pulses(
            Board board,
            Wire wire,
            BiConsumer<BareJid, MachineState> believed,
            InstantSource clock,
            LongSupplier nanoTime,
            Random random) {
        this.board = board;
        this.wire = wire;
        this.believed = believed;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.random = random;
    }

    synchronized void linkUp() {
        up = true;
        upAt = nanoTime.getAsLong();
        serverHeardAt = upAt;
        serverAskedAt = upAt;
        pulses.clear();
        board.linkUp();
        for (MachineNow machine : board.machines()) {
            if (machine.unconfirmed()) {
                pulse(machine.jid()).awaited = true;
            }
        }
    }

    synchronized void linkDown() {
        up = false;
        board.linkDown();
    }

    /**
     * @param state null when it cannot tell
     * @param live false when we have kept it since before we believed it
     * @return whether it was not there before
     */
    synchronized boolean present(BareJid machine, MachineState state, boolean live) {
        Pulse pulse = pulse(machine);
        long now = nanoTime.getAsLong();
        boolean isNew = !pulse.present;
        boolean confirmed = live && (pulse.seenSinceSignIn || now - upAt >= REPLAY);
        pulse.seenSinceSignIn = true;
        pulse.present = true;
        pulse.awaited = false;
        pulse.farewell = false;
        pulse.vanished = null;
        pulse.doubted = !confirmed;
        pulse.said = state;
        answered(pulse, now);
        board.says(machine, state, confirmed);
        if (!confirmed) {
            pulse.dueAt = now;
        } else if (state != null) {
            believed.accept(machine, state);
        }
        return isNew;
    }

    /** @param inOrder whether it said so itself */
    synchronized void unavailable(BareJid machine, boolean inOrder) {
        Pulse pulse = pulses.get(machine);
        if (pulse == null || !pulse.present) {
            // Said twice; or what the server tells of those who were not there anyway, while they are awaited.
            return;
        }
        pulse.present = false;
        pulse.asked = false;
        if (inOrder || pulse.farewell) {
            board.off(machine, clock.instant());
        } else {
            pulse.vanished = clock.instant();
            pulse.vanishedAt = nanoTime.getAsLong();
            board.doubted(machine);
        }
    }

    /** @param farewell whether the latest of the machine's events says that it goes */
    synchronized void events(BareJid machine, boolean farewell) {
        heard(machine);
        Pulse pulse = pulses.get(machine);
        if (pulse != null) {
            pulse.farewell = farewell;
        }
    }

    /** Any stanza that the machine itself has sent, but for presence. */
    synchronized void heard(BareJid machine) {
        Pulse pulse = pulses.get(machine);
        if (pulse == null || !up) {
            return;
        }
        answered(pulse, nanoTime.getAsLong());
        if (pulse.present && pulse.doubted) {
            pulse.doubted = false;
            board.answers(machine);
            if (pulse.said != null) {
                believed.accept(machine, pulse.said);
            }
        } else {
            board.heard(machine);
        }
    }

    /** Anything at all on our stream. */
    synchronized void serverHeard() {
        serverHeardAt = nanoTime.getAsLong();
    }

    /** The server itself says that nobody is there to answer. */
    synchronized void bounced(BareJid machine) {
        Pulse pulse = pulses.get(machine);
        if (pulse == null || !pulse.present) {
            return;
        }
        long now = nanoTime.getAsLong();
        if (pulse.asked) {
            missed(pulse, now);
        } else if (pulse.misses == 0) {
            pulse.dueAt = now;
        }
    }

    synchronized void forgetAllBut(Predicate<BareJid> known) {
        pulses.keySet().removeIf(known.negate());
    }

    /** Every {@link #TICK}. */
    synchronized void tick() {
        if (!up) {
            return;
        }
        long now = nanoTime.getAsLong();
        int left = MOST_PINGS;
        boolean serverSilent = false;
        for (Pulse pulse : pulses.values()) {
            if (pulse.vanished != null && now - pulse.vanishedAt >= GRACE) {
                board.lost(pulse.machine, pulse.vanished);
                pulse.vanished = null;
            }
            if (pulse.awaited && now - upAt >= SETTLED) {
                pulse.awaited = false;
                board.off(pulse.machine, null);
            }
            if (pulse.present && pulse.asked && now - pulse.askedAt >= ANSWER_WITHIN) {
                if (serverHeardAt - pulse.askedAt > 0) {
                    missed(pulse, now);
                } else {
                    serverSilent = true;
                }
            }
            if (left > 0 && pulse.present && !pulse.asked && now - pulse.dueAt >= 0) {
                pulse.asked = true;
                pulse.askedAt = now;
                left--;
                if (!wire.ping(pulse.machine)) {
                    pulse.asked = false;
                    left = 0;
                }
            }
        }
        if (serverSilent && now - serverAskedAt >= HEARD_JUST_NOW) {
            serverAskedAt = now;
            wire.pingServer();
        }
    }

    private void missed(Pulse pulse, long now) {
        pulse.asked = false;
        pulse.misses++;
        pulse.dueAt = now;
        if (pulse.misses == 1) {
            askRoom(pulse.machine, now);
        } else if (pulse.misses >= MISSES) {
            pulse.dueAt = now + LOST_EVERY - (long) (random.nextDouble() * JITTER);
            pulse.doubted = true;
            if (pulse.misses == MISSES) {
                gone(pulse);
            }
        }
    }

    private void gone(Pulse pulse) {
        if (pulse.farewell) {
            board.off(pulse.machine, null);
        } else {
            board.lost(pulse.machine, null);
        }
    }

    /** So that a room that has lost its network is known as such at once, and not one by one as its turns come. */
    private void askRoom(BareJid machine, long now) {
        board.machine(machine)
                .map(one -> one.place().room())
                .flatMap(board::room)
                .ifPresent(room -> room.machines().forEach(mate -> {
                    Pulse pulse = pulses.get(mate.jid());
                    if (pulse != null && pulse.misses == 0 && now - pulse.heardAt >= HEARD_JUST_NOW) {
                        pulse.dueAt = now;
                    }
                }));
    }

    private void answered(Pulse pulse, long now) {
        pulse.heardAt = now;
        pulse.asked = false;
        pulse.misses = 0;
        pulse.dueAt = now + SILENCE - (long) (random.nextDouble() * JITTER);
    }

    private Pulse pulse(BareJid machine) {
        return pulses.computeIfAbsent(machine, Pulse::new);
    }
}
