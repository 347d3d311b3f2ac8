package org.rollcall.agent.announce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.packet.XmlElement;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.journal.Journal;
import org.rollcall.agent.schedule.Scheduler;
import org.rollcall.agent.watch.KnownSession;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Leaving;

/**
 * Broadcasts the machine's state: in full on each new stream, then whenever it changes, but never the same twice and
 * at most once in two seconds; what changes faster is told by its last state.
 */
public final class PresenceAnnouncer implements LinkListener {
    static final Duration AT_MOST_EVERY = Duration.ofSeconds(2);

    private final Link link;
    private final Journal journal;
    private final AnnouncementMaker maker;
    private final Supplier<List<XmlElement>> capabilities;
    private final Scheduler scheduler;
    private final Clock clock;
    private final LongSupplier nanoTime;

    private Announcement wanted;
    private Announcement said;
    private AnnouncementMaker.Address address = AnnouncementMaker.Address.UNKNOWN;
    private List<KnownSession> sessions;
    private Instant up;
    private long saidAt;
    private boolean due;
    private boolean asleep;

    /**
     * @param idleAfter how long without input makes a person away; it may change
     * @param capabilities what each presence carries besides (XEP-0115)
     */
    public PresenceAnnouncer(
            Link link,
            Journal journal,
            Host host,
            String version,
            Supplier<Duration> idleAfter,
            Supplier<List<XmlElement>> capabilities,
            Scheduler scheduler,
            Clock clock,
            LongSupplier nanoTime) {
        this(
                link,
                journal,
                new AnnouncementMaker(
                        host.name(),
                        host.bootTime().truncatedTo(ChronoUnit.SECONDS),
                        version,
                        journal.id(),
                        idleAfter,
                        Locale.getDefault(),
                        ZoneId.systemDefault()),
                capabilities,
                scheduler,
                clock,
                nanoTime);
    }

    PresenceAnnouncer(
            Link link,
            Journal journal,
            AnnouncementMaker maker,
            Supplier<List<XmlElement>> capabilities,
            Scheduler scheduler,
            Clock clock,
            LongSupplier nanoTime) {
        this.link = link;
        this.journal = journal;
        this.maker = maker;
        this.capabilities = capabilities;
        this.scheduler = scheduler;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** A reading, changed or not. */
    public synchronized void state(List<KnownSession> now, Instant upSince) {
        sessions = now;
        up = upSince;
        tell();
    }

    /** Nothing is known but that the machine is on. */
    public synchronized void unreadable() {
        if (sessions == null) {
            wanted = maker.unreadable();
            sayIfChanged();
        }
    }

    /** Says unavailable at once, and nothing more until {@link #awake}. */
    public synchronized void asleep() {
        leave(Event.Kinds.SLEEP);
    }

    /** Says unavailable before the link does: it knows that the machine goes in order, which central could not tell. */
    public synchronized void stopping() {
        leave(Event.Kinds.STOP);
    }

    public synchronized void awake() {
        asleep = false;
        sayIfChanged();
    }

    /** On the link's thread, the only one that may send now. */
    @Override
    public synchronized void up(XMPPConnection connection) {
        address = LinkAddress.of(link);
        said = null;
        if (sessions != null) {
            tell();
        }
        if (wanted != null && said == null && !asleep) {
            say();
        }
    }

    @Override
    public synchronized void down(LinkFailure failure) {
        said = null;
    }

    private void leave(String reason) {
        asleep = true;
        said = null;
        link.trySend(StanzaBuilder.buildPresence()
                .ofType(Presence.Type.unavailable)
                .addExtension(Leaving.toXml(reason))
                .build());
    }

    private void tell() {
        wanted = maker.of(sessions, up, journal.seq(), address, clock.instant(), wanted);
        sayIfChanged();
    }

    private void sayIfChanged() {
        if (asleep || due || wanted == null || wanted.equals(said) || !link.isUp()) {
            return;
        }
        Duration since = Duration.ofNanos(nanoTime.getAsLong() - saidAt);
        if (said == null || since.compareTo(AT_MOST_EVERY) >= 0) {
            say();
            return;
        }
        due = true;
        scheduler.runIn(AT_MOST_EVERY.minus(since), () -> {
            synchronized (this) {
                due = false;
                sayIfChanged();
            }
        });
    }

    private void say() {
        boolean taken = link.trySend(wanted.into(StanzaBuilder.buildPresence())
                .addExtensions(capabilities.get())
                .build());
        if (taken) {
            said = wanted;
            saidAt = nanoTime.getAsLong();
        }
    }
}
