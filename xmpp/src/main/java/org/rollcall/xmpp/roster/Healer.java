package org.rollcall.xmpp.roster;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jivesoftware.smack.packet.Presence;
import org.jxmpp.jid.BareJid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what to ask and to answer so that the subscriptions become what they should be; knows nothing of a wire. */
final class Healer {
    private static final Logger LOG = LoggerFactory.getLogger(Healer.class);

    /** What waits to be sent; at the bound new ones are dropped, as both sides ask again. */
    private static final int LONGEST_OUTBOX = 1_000;

    private static final int MOST_STRANGERS = 200;
    private static final Duration NOT_SENT = Duration.ofSeconds(2);

    /** A refusal counts as so many requests without an answer. */
    private static final int REFUSED = 3;

    /** Hands a presence of a subscription type to the link; false: not now. */
    interface Wire {
        boolean send(Presence.Type type, BareJid to);
    }

    private record Outgoing(Presence.Type type, BareJid to) {}

    private record Asked(int times, long lastAt, Duration pause) {}

    private final Partners partners;
    private final Wire wire;
    private final Pace pace;
    private final Retries retries;
    private final Later later;
    private final LongSupplier nanoTime;
    private final Random random;

    private final Map<BareJid, RosterEntry> roster = new HashMap<>();
    private final Deque<Outgoing> outbox = new ArrayDeque<>();
    private final Map<BareJid, Asked> asked = new HashMap<>();
    private final Set<BareJid> toHear = new LinkedHashSet<>();
    private final Map<BareJid, Boolean> refusedStrangers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<BareJid, Boolean> eldest) {
            return size() > MOST_STRANGERS;
        }
    };
    private boolean loaded;
    private boolean pumping;
    private int refusals;

    Healer(
            Partners partners,
            Wire wire,
            Pace pace,
            Retries retries,
            Later later,
            LongSupplier nanoTime,
            Random random) {
        this.partners = partners;
        this.wire = wire;
        this.pace = pace;
        this.retries = retries;
        this.later = later;
        this.nanoTime = nanoTime;
        this.random = random;
    }

    /** A new stream: its roster is not known yet. */
    synchronized void signedOut() {
        loaded = false;
        outbox.clear();
    }

    synchronized void rosterLoaded(Collection<RosterEntry> entries) {
        roster.clear();
        entries.forEach(entry -> roster.put(entry.jid(), entry));
        loaded = true;
        toHear.addAll(partners.sought());
        toHear.forEach(this::askIfNeeded);
        toHear.clear();
    }

    synchronized void rosterChanged(RosterEntry entry) {
        if (entry.isNothing()) {
            roster.remove(entry.jid());
        } else {
            roster.put(entry.jid(), entry);
        }
        if (entry.weHear()) {
            asked.remove(entry.jid());
        } else if (loaded && partners.sought().contains(entry.jid())) {
            askIfNeeded(entry.jid());
        }
    }

    /** Somebody wants to see our presence. */
    synchronized void askedBy(BareJid jid) {
        if (!partners.mayHearUs(jid)) {
            refuse(jid);
            return;
        }
        answer(Presence.Type.subscribed, jid);
        if (partners.weWantToHear(jid)) {
            Asked before = asked.get(jid);
            if (before != null && before.times() > REFUSED) {
                // Who asks has changed his mind about us, too.
                asked.remove(jid);
            }
            seek(jid);
        }
    }

    /** Asks for somebody's presence, unless we have it. */
    synchronized void seek(BareJid jid) {
        if (loaded) {
            askIfNeeded(jid);
        } else if (toHear.size() < LONGEST_OUTBOX) {
            toHear.add(jid);
        }
    }

    /** Somebody does not let us see theirs, or the server did not pass our request on. */
    synchronized void refusedBy(BareJid jid) {
        Asked before = asked.get(jid);
        if (before == null || before.times() > REFUSED) {
            return;
        }
        LOG.info("{} does not let us see its presence; it is asked again later", jid);
        Asked now = asking(before.times() + REFUSED);
        asked.put(jid, now);
        askAgainAfter(now.pause(), jid);
    }

    synchronized int refusals() {
        return refusals;
    }

    synchronized boolean isBoth(BareJid jid) {
        RosterEntry entry = roster.get(jid);
        return entry != null && entry.weHear() && entry.hearsUs();
    }

    private void refuse(BareJid jid) {
        if (refusedStrangers.putIfAbsent(jid, true) == null) {
            refusals++;
            LOG.warn("Subscription refused: {} holds no role here", jid);
            answer(Presence.Type.unsubscribed, jid);
        }
    }

    private void askIfNeeded(BareJid jid) {
        RosterEntry entry = roster.get(jid);
        if (entry != null && entry.weHear()) {
            asked.remove(jid);
            return;
        }
        Asked before = asked.get(jid);
        if (before != null) {
            Duration left = before.pause().minusNanos(nanoTime.getAsLong() - before.lastAt());
            if (left.compareTo(Duration.ZERO) > 0) {
                askAgainAfter(left, jid);
                return;
            }
        }
        Asked now = asking(before == null ? 1 : before.times() + 1);
        asked.put(jid, now);
        put(new Outgoing(Presence.Type.subscribe, jid), false);
        askAgainAfter(now.pause(), jid);
    }

    private Asked asking(int times) {
        return new Asked(times, nanoTime.getAsLong(), retries.after(times, random));
    }

    private void askAgainAfter(Duration wait, BareJid jid) {
        later.after(wait, () -> askAgain(jid));
    }

    private synchronized void askAgain(BareJid jid) {
        Asked before = asked.get(jid);
        boolean due = before != null
                && nanoTime.getAsLong() - before.lastAt() >= before.pause().toNanos();
        if (loaded && due) {
            askIfNeeded(jid);
        }
    }

    private void answer(Presence.Type type, BareJid to) {
        put(new Outgoing(type, to), true);
    }

    /** Answers go before requests: somebody waits for them. */
    private void put(Outgoing outgoing, boolean first) {
        if (outbox.contains(outgoing)) {
            return;
        }
        if (outbox.size() >= LONGEST_OUTBOX) {
            LOG.debug("{} to {} dropped: too many wait", outgoing.type(), outgoing.to());
            return;
        }
        if (first) {
            outbox.addFirst(outgoing);
        } else {
            outbox.addLast(outgoing);
        }
        if (!pumping) {
            pump();
        }
    }

    private synchronized void pump() {
        pumping = false;
        while (!outbox.isEmpty()) {
            long now = nanoTime.getAsLong();
            Duration wait = pace.untilFree(now);
            Outgoing next = outbox.peekFirst();
            if (wait.isZero() && wire.send(next.type(), next.to())) {
                outbox.removeFirst();
                pace.take(now);
                continue;
            }
            pumping = true;
            later.after(wait.isZero() ? NOT_SENT : wait, this::pump);
            return;
        }
    }
}
