package org.rollcall.agent.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;
import org.rollcall.agent.announce.PresenceAnnouncer;
import org.rollcall.agent.command.AgentCommands;
import org.rollcall.agent.enrol.OwnAccount;
import org.rollcall.agent.enrol.PasswordStore;
import org.rollcall.agent.enrol.Renewal;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostSheet.Fact;
import org.rollcall.agent.host.Hosts;
import org.rollcall.agent.journal.DataFolder;
import org.rollcall.agent.journal.DataFolderException;
import org.rollcall.agent.journal.Heartbeat;
import org.rollcall.agent.journal.Journal;
import org.rollcall.agent.log.LogLevel;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.schedule.SchedulerThread;
import org.rollcall.agent.send.EventSender;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.agent.settings.SettingsDifference;
import org.rollcall.agent.watch.KnownSession;
import org.rollcall.agent.watch.SessionWatcher;
import org.rollcall.agent.watch.WatchListener;
import org.rollcall.xmpp.Version;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkSettings;
import org.rollcall.xmpp.link.SmackLink;
import org.rollcall.xmpp.roster.Partners;
import org.rollcall.xmpp.roster.Subscriptions;
import org.rollcall.xmpp.settings.XmppSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One agent: its parts, who hears of what, and in which order they begin and end. It owns its host. */
public final class AgentService implements RunningAgent {
    private static final Logger LOG = LoggerFactory.getLogger(AgentService.class);
    /** Of the three seconds that a stop may take; the watcher may need half of one, the link less than two. */
    private static final Duration LAST_WORDS = Duration.ofMillis(400);

    private final Host host;
    private final DataFolder data;
    private final Journal journal;
    private final OwnAccount account;
    private final Link link;
    private final SchedulerThread scheduler = new SchedulerThread("rollcall-send");
    private final EventSender sender;
    private final PresenceAnnouncer announcer;
    private final SessionWatcher watcher;
    private final Answering answering;
    private volatile AgentSettings settings;
    private boolean closed;

    /**
     * Takes the data folder and makes everything; nothing connects before {@link #start}.
     *
     * @param log the latest lines, for the {@code log} command
     * @throws DataFolderException with one clear sentence
     */
    public AgentService(AgentSettings settings, Host host, RecentLog log) throws DataFolderException {
        this(
                settings,
                host,
                log,
                link -> new SmackLink(link, Hosts::trustedRoots),
                Clock.systemUTC(),
                System::nanoTime);
    }

    /** @param nanoTime never goes back, as {@link System#nanoTime} */
    public AgentService(
            AgentSettings settings,
            Host host,
            RecentLog log,
            Function<LinkSettings, Link> links,
            Clock clock,
            LongSupplier nanoTime)
            throws DataFolderException {
        this.settings = settings;
        this.host = host;
        Optional<String> unfinished = host.unfinished();
        if (unfinished.isPresent()) {
            throw new UnfinishedSystemException(unfinished.get());
        }
        data = DataFolder.open(settings.dataDir(), jid(settings), host.identity(), clock);
        try {
            boolean ownPassword =
                    settings.xmpp().password() != null || settings.xmpp().clientCertificate() != null;
            account = ownPassword ? null : account(settings, host, data, nanoTime);
            link = links.apply(link(settings, account));
            journal = new Journal(data, Journal.DEFAULT_BOUND);
        } catch (DataFolderException | IllegalArgumentException e) {
            data.close();
            throw e;
        }
        LastInput lastInput = new LastInput(clock);
        List<Command> commands =
                AgentCommands.all(host, this::settings, journal::latest, this::about, log, new LogLevel(), clock);
        answering = new Answering(link, () -> this.settings.access(), commands, lastInput::ago, clock);
        announcer = new PresenceAnnouncer(
                link,
                journal,
                host,
                Version.text(),
                () -> this.settings.idleAfter(),
                answering::capabilities,
                scheduler,
                clock,
                nanoTime);
        sender = new EventSender(link, journal, settings.central(), scheduler);
        watcher = new SessionWatcher(
                host,
                journal,
                new Heartbeat(data.heartbeat()),
                () -> this.settings.pollEvery(),
                clock,
                nanoTime,
                new WatchListener() {
                    @Override
                    public void state(List<KnownSession> sessions, Instant up) {
                        lastInput.state(sessions);
                        announcer.state(sessions, up);
                    }

                    @Override
                    public void unreadable() {
                        announcer.unreadable();
                    }

                    @Override
                    public void sleeping() {
                        announcer.asleep();
                    }

                    @Override
                    public void awake() {
                        announcer.awake();
                        link.reconnect("awake after sleep");
                    }
                });
        new Renewal(answering.entity(), account, sender.central(), scheduler);
        subscribe(settings.central());
        // After the subscriptions: the roster is to be asked for before the first presence.
        link.addListener(announcer);
        link.addListener(new ServerClock(clock, nanoTime));
        sender.listen();
        journal.onChange(sender::wake);
        if (account != null) {
            account.use(link);
        }
    }

    /** Begins to watch and to connect, and returns at once. */
    public void start() {
        LOG.info("Rollcall agent {} on {}, journal {}", Version.text(), host.name(), journal.id());
        watcher.start();
        host.listen(watcher);
        if (account == null) {
            link.start();
        } else {
            account.start();
        }
    }

    @Override
    public boolean adopt(AgentSettings changed, Set<String> keys) {
        if (!SettingsDifference.isLive(keys)) {
            return false;
        }
        settings = changed;
        return true;
    }

    @Override
    public boolean responds(Duration most) throws InterruptedException {
        CountDownLatch sending = new CountDownLatch(1);
        scheduler.run(sending::countDown);
        long deadline = System.nanoTime() + most.toNanos();
        return watcher.responds(most) && sending.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private AgentSettings settings() {
        return settings;
    }

    public Link link() {
        return link;
    }

    /** Writes {@code stop}, says unavailable and lets go of everything, within 3 s; again: does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        watcher.close();
        try {
            sender.drain(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        announcer.stopping();
        if (account != null) {
            account.close();
        }
        link.close();
        answering.close();
        scheduler.close();
        journal.close();
        data.close();
        host.close();
        LOG.info("Rollcall agent stopped");
    }

    private void subscribe(BareJid central) {
        Set<BareJid> sought = central == null ? Set.of() : Set.of(central);
        new Subscriptions(
                link,
                Partners.of(jid -> settings.access().roleOf(jid).isPresent(), sought),
                (wait, task) -> scheduler.runIn(wait, task));
    }

    /** What the agent knows of itself, for the host's sheet. */
    private List<Fact> about() {
        return List.of(
                new Fact("agent", "version", Version.text()),
                new Fact("agent", "journal", journal.id() + " " + journal.seq()),
                new Fact(
                        "agent",
                        "link",
                        link.failure().map(LinkFailure::sentence).orElse("up")),
                new Fact("agent", "password", account == null ? "of the settings" : "of enrolment"),
                new Fact("agent", "changes-notified", Long.toString(watcher.foundByNotification())),
                new Fact("agent", "changes-polled", Long.toString(watcher.foundByPolling())));
    }

    private static OwnAccount account(AgentSettings settings, Host host, DataFolder data, LongSupplier nanoTime) {
        PasswordStore store = new PasswordStore(data.passwords(), Hosts.protection());
        return new OwnAccount(
                settings,
                host,
                store,
                DataFolder.enrolment(settings.dataDir()),
                Hosts::trustedRoots,
                Hosts::deleteEnrolmentSecret,
                nanoTime);
    }

    private static LinkSettings link(AgentSettings settings, OwnAccount account) {
        XmppSettings xmpp = settings.xmpp();
        return (account == null ? xmpp : xmpp.withPassword(account::password)).toLink(0);
    }

    private static BareJid jid(AgentSettings settings) {
        try {
            return JidCreate.bareFrom(
                    settings.xmpp().user() + "@" + settings.xmpp().domain());
        } catch (XmppStringprepException e) {
            throw new IllegalArgumentException("xmpp.user and xmpp.domain make no JID: " + e.getMessage(), e);
        }
    }
}
