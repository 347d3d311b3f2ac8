package org.rollcall.agent.send;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;
import org.rollcall.agent.journal.Batch;
import org.rollcall.agent.journal.Journal;
import org.rollcall.agent.schedule.Scheduler;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.RefusedEvent;
import org.rollcall.xmpp.stanza.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one batch at a time to central's resource, and the next when central has answered for it. While central is not
 * there nothing is sent. Without an answer the same goes again: on a new stream, on central's return, and after a wait
 * that doubles; a late answer to an earlier try counts too. Everything happens on the scheduler.
 */
public final class EventSender implements LinkListener {
    private static final Logger LOG = LoggerFactory.getLogger(EventSender.class);
    static final Resourcepart CENTRAL = Resourcepart.fromOrThrowUnchecked("central");
    static final int MOST_EVENTS = 50;
    /** An attribute's worst character takes six bytes (an apostrophe), which keeps a stanza below 200 KiB. */
    static final int MOST_BYTES = 24 * 1024;

    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    /** After a stanza that the link did not take. */
    static final Duration LINK_WAIT = Duration.ofSeconds(1);

    private static final int TRIES_REMEMBERED = 8;

    private final Link link;
    private final Journal journal;
    private final Jid central;
    private final Scheduler scheduler;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Map<String, Batch> sent = new LinkedHashMap<>();

    private boolean available;
    /** What is waited for: an answer, or the time of the next try. Any other number is out of date. */
    private long turn;

    private boolean waiting;
    private String waitingFor;
    private boolean failed;
    private Duration wait = FIRST_WAIT;
    private String lastComplaint;

    /** @param central the central JID; null: nothing is ever sent */
    public EventSender(Link link, Journal journal, BareJid central, Scheduler scheduler) {
        this.link = link;
        this.journal = journal;
        this.central = central == null ? null : JidCreate.fullFrom(central.asEntityBareJidOrThrow(), CENTRAL);
        this.scheduler = scheduler;
    }

    /** Central's full JID; null: there is none. */
    public Jid central() {
        return central;
    }

    /** Before the link's start. */
    public void listen() {
        if (central != null) {
            link.addListener(this);
            link.connection().addStanzaListener(this::received, stanza -> central.equals(stanza.getFrom()));
        }
    }

    /** There may be something new in the journal; from any thread, at no cost. */
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            scheduler.run(() -> {
                woken.set(false);
                next();
            });
        }
    }

    /** Waits until everything in the journal has been answered for, central is away, or the time is up. */
    public void drain(Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        boolean more = true;
        while (more && System.nanoTime() < deadline) {
            CountDownLatch looked = new CountDownLatch(1);
            AtomicBoolean busy = new AtomicBoolean();
            scheduler.run(() -> {
                busy.set(available && link.isUp() && waitingFor != null);
                looked.countDown();
            });
            more = looked.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS) && busy.get();
            if (more) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    @Override
    public void down(LinkFailure failure) {
        scheduler.run(this::gone);
    }

    void received(Stanza stanza) {
        if (stanza instanceof Presence presence
                && (presence.isAvailable() || presence.getType() == Presence.Type.unavailable)) {
            scheduler.run(() -> presence(presence.isAvailable()));
        } else if (stanza instanceof IQ iq && (iq.getType() == IQ.Type.result || iq.getType() == IQ.Type.error)) {
            scheduler.run(() -> answer(iq));
        }
    }

    private void presence(boolean nowAvailable) {
        if (!nowAvailable) {
            gone();
        } else if (!available || failed) {
            LOG.debug("{} is there", central);
            available = true;
            settled();
            next();
        }
    }

    private void gone() {
        available = false;
        settled();
        wait = FIRST_WAIT;
    }

    private void settled() {
        turn++;
        waiting = false;
        waitingFor = null;
        failed = false;
    }

    private void next() {
        if (!available || waiting) {
            return;
        }
        Optional<Batch> unanswered = journal.unanswered(MOST_EVENTS, MOST_BYTES);
        if (unanswered.isEmpty()) {
            return;
        }
        Batch batch = unanswered.get();
        NodeIq iq =
                NodeIq.set(central, Events.of(batch.journal(), batch.events()).toXml());
        boolean taken = link.trySend(iq);
        if (taken) {
            remember(iq.getStanzaId(), batch);
            waitingFor = iq.getStanzaId();
            tryAgainIn(wait);
            wait = doubled(wait);
        } else {
            tryAgainIn(LINK_WAIT);
        }
    }

    private void tryAgainIn(Duration delay) {
        waiting = true;
        long mine = ++turn;
        scheduler.runIn(delay, () -> {
            if (turn == mine) {
                if (waitingFor != null) {
                    complain("no answer within " + delay.toSeconds() + " s");
                }
                settled();
                next();
            }
        });
    }

    private void answer(IQ iq) {
        Batch batch = sent.remove(iq.getStanzaId());
        if (batch == null) {
            return;
        }
        if (iq.getType() == IQ.Type.result && stored(iq, batch)) {
            // Whatever else was sent was the same again.
            sent.clear();
            wait = FIRST_WAIT;
            lastComplaint = null;
            settled();
            next();
            return;
        }
        if (iq.getType() == IQ.Type.error) {
            complain(iq.getError() == null ? "an error" : iq.getError().toString());
        }
        // The wait that began with the sending goes on, unless central says anew that it is there.
        failed = true;
    }

    /** Whether the journal got any shorter. */
    private boolean stored(IQ iq, Batch batch) {
        Stored stored;
        try {
            stored = Stored.from(iq instanceof NodeIq node ? node.node() : null);
        } catch (MalformedException e) {
            complain("an answer that cannot be read: " + e.getMessage());
            return false;
        }
        long upTo = Math.min(stored.seq(), batch.lastSeq());
        if (upTo < batch.events().get(0).seq()) {
            complain("an answer that it has stored nothing");
            return false;
        }
        for (RefusedEvent refused : stored.refused()) {
            for (Event event : batch.events()) {
                if (event.seq() == refused.seq() && event.seq() <= upTo) {
                    journal.refused(batch.journal(), event, refused.reason());
                    LOG.warn(
                            "Central refused event {} ({}) of journal {}: {}. It is set aside in refused.log",
                            event.seq(),
                            event.kind(),
                            batch.journal(),
                            refused.reason());
                }
            }
        }
        journal.stored(batch.journal(), upTo);
        return true;
    }

    /** Once for each reason in a row. */
    private void complain(String about) {
        if (!about.equals(lastComplaint)) {
            lastComplaint = about;
            LOG.warn(
                    "{} does not take this machine's events: {}. They stay in the journal and go again",
                    central,
                    about);
        }
    }

    private void remember(String id, Batch batch) {
        sent.put(id, batch);
        if (sent.size() > TRIES_REMEMBERED) {
            sent.remove(sent.keySet().iterator().next());
        }
    }

    private static Duration doubled(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
    }
}
