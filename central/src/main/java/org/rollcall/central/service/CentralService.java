package org.rollcall.central.service;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.rollcall.central.access.GrantedRoles;
import org.rollcall.central.access.Who;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.inbox.Inbox;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.central.store.sql.Stores;
import org.rollcall.central.web.WebServer;
import org.rollcall.xmpp.Version;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.link.LinkSettings;
import org.rollcall.xmpp.link.SmackLink;
import org.rollcall.xmpp.roster.Pace;
import org.rollcall.xmpp.roster.Retries;
import org.rollcall.xmpp.roster.Subscriptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Central: its parts, who hears of what, and in which order they begin and end. */
public final class CentralService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CentralService.class);

    /**
     * A park's first day is over in a minute. Debian's untouched ejabberd drops what goes beyond 5 in a minute, and then
     * machines come one after the other as both sides ask again; the shipped settings leave that limit out.
     */
    private static final int MOST_AT_ONCE = 50;

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final Ground ground;
    private final Link link;
    private final Enrolling enrolling;
    private final Speaking speaking;
    private final Subscriptions subscriptions;
    private final Inbox inbox;
    private final WebServer web;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rollcall-roster");
        thread.setDaemon(true);
        return thread;
    });
    private final String webHost;
    private boolean closed;

    /**
     * Opens the store and makes everything; nothing connects before {@link #start}.
     *
     * @throws org.rollcall.central.store.StoreException with one clear sentence
     * @throws IOException when the web board may not be served as the settings say, with one clear sentence
     */
    public CentralService(CentralSettings settings) throws IOException {
        this(settings, SmackLink::new, Clock.systemUTC());
    }

    public CentralService(CentralSettings settings, Function<LinkSettings, Link> links, Clock clock)
            throws IOException {
        link = links.apply(settings.xmpp().toLink(0));
        ground = new Ground(settings, clock);
        Stores stores = ground.stores();
        CountedEvents events = new CountedEvents(stores.events(), stores::isHealthy);
        GrantedRoles roles = new GrantedRoles(settings::grants, account -> who(account, ground.groups()));
        Entity entity = Entity.on(link, () -> roles);
        enrolling = new Enrolling(
                settings, ground, link, entity, links, jid -> roles.roleOf(jid).isPresent(), this::seek, clock);
        speaking = new Speaking(settings, ground, link, entity, roles, enrolling, clock);
        subscriptions = new Subscriptions(
                link,
                new KnownPartners(stores.machines(), jid -> roles.roleOf(jid).isPresent()),
                (wait, task) -> later.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS),
                new Pace(MOST_AT_ONCE, AT_ONCE),
                Retries.DEFAULT,
                System::nanoTime,
                new Random());
        inbox = new Inbox(
                link,
                entity,
                ground.board(),
                stores.machines(),
                events,
                speaking::capabilities,
                subscriptions::seek,
                new SuspicionsAudit(stores.audit(), clock),
                clock);
        stores.onDecision(inbox::decided);
        stores.onForgotten(ground.board()::forgetUser);
        webHost = settings.web().listen().host();
        web = new WebServer(
                WebBoard.settings(settings), WebBoard.parts(settings, ground, speaking, enrolling, events, clock));
    }

    /**
     * Begins to serve and to connect, and returns at once.
     *
     * @throws IOException when the web board's address cannot be listened on
     */
    public void start() throws IOException {
        LOG.info(
                "Rollcall central {}, {} machines known",
                Version.text(),
                ground.board().machines().size());
        ground.start();
        speaking.start();
        link.start();
        enrolling.start();
        web.start();
        LOG.info("The web board is on port {} of {}", web.port(), webHost);
    }

    private void seek(BareJid machine) {
        subscriptions.seek(machine);
    }

    /** The web board's, also where the settings leave it open. */
    public int webPort() {
        return web.port();
    }

    public BoardView board() {
        return ground.board();
    }

    /** Marks a machine as one of the demo's. */
    public void simulated(BareJid machine) {
        ground.board().simulated(machine);
    }

    /** How many new PCs wait for a person's yes. */
    public int newcomers() {
        return enrolling.office() == null ? 0 : enrolling.office().applicants().size();
    }

    public Stores stores() {
        return ground.stores();
    }

    public boolean isUp() {
        return link.isUp();
    }

    /** Idempotent. Events that are not committed are not answered: their machines send them again. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        web.close();
        inbox.close();
        enrolling.close();
        speaking.close();
        link.close();
        later.shutdownNow();
        ground.close();
        LOG.info("Rollcall central stopped");
    }

    private static Who who(EntityBareJid account, Function<EntityBareJid, Set<String>> groups) {
        return new Who(account.toString(), account.toString(), groups.apply(account));
    }
}
