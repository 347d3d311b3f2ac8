package org.rollcall.tests.link;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jivesoftware.smack.XMPPConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.OnEachServer;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Variant;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.roster.Later;
import org.rollcall.xmpp.roster.Pace;
import org.rollcall.xmpp.roster.Partners;
import org.rollcall.xmpp.roster.Retries;
import org.rollcall.xmpp.roster.Subscriptions;

/** Agents and central find to each other, on servers as Debian sets them up. */
@OnEachServer
class SubscriptionsIT {
    /** Six stanzas of central's: ejabberd's mod_pres_counter lets five a minute through, so it needs a second minute. */
    private static final int MACHINES = 3;

    private static final Duration SOON = Duration.ofSeconds(20);
    /**
     * ejabberd's counter drops some of it without a word, and it is asked for again: after 112 s at most, then after 225 s,
     * and once more in the window after. Seldom is anything dropped twice: most runs take a minute or two.
     */
    private static final Duration GENTLY = Duration.ofMinutes(7);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Later later = (wait, task) -> clock.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
    private final ServerKind kind;

    SubscriptionsIT(ServerKind kind) {
        this.kind = kind;
    }

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    @Test
    void machinesThatComeTogetherAllGetTheirSubscriptionsOnDebiansUntouchedServer() {
        try (XmppServer server = kind.start(Variant.DEBIAN_DEFAULTS);
                Links links = new Links()) {
            createAccounts(server);
            BareJid central = jid(server, "windows");
            WatchedLink centralsLink = links.add(server, "windows");
            Subscriptions centrals = new Subscriptions(centralsLink.link, centralsPartners(server), later);
            centralsLink.start().awaitUp(SOON);
            List<Subscriptions> agents = new ArrayList<>();
            for (int i = 0; i < MACHINES; i++) {
                agents.add(agent(links.add(server, machine(i)), central));
            }
            links.startAll();

            Await.until(
                    "every agent and central hear each other",
                    GENTLY,
                    () -> agents.stream().allMatch(agent -> agent.isSubscribedBoth(central))
                            && allMachines(server).allMatch(centrals::isSubscribedBoth));
            assertFalse(centrals.isSubscribedBoth(jid(server, "stranger")));
        }
    }

    @Test
    void aStrangerIsRefused() {
        try (XmppServer server = kind.start();
                Links links = new Links()) {
            createAccounts(server);
            BareJid machine = jid(server, machine(0));
            WatchedLink agentsLink = links.add(server, machine(0));
            Subscriptions agents = agent(agentsLink, jid(server, "windows"));
            WatchedLink strangersLink = links.add(server, "stranger");
            Subscriptions strangers = new Subscriptions(
                    strangersLink.link,
                    Partners.of(jid -> true, Set.of(machine)),
                    later,
                    Pace.gentle(),
                    new Retries(Duration.ofSeconds(1), Duration.ofSeconds(1)),
                    System::nanoTime,
                    new Random());
            links.startAll();
            agentsLink.awaitUp(SOON);

            Await.until("the refusal is in the log", SOON, () -> agents.refused() > 0);
            assertFalse(strangers.isSubscribedBoth(machine));
            assertFalse(agents.isSubscribedBoth(jid(server, "stranger")));
            // Not at once: its listeners hear that it is up, and the stranger may ask, a moment before it says so.
            Await.until("the link is up", SOON, agentsLink.link::isUp);
        }
    }

    private Subscriptions agent(WatchedLink watched, BareJid central) {
        return new Subscriptions(watched.link, Partners.of(central::equals, Set.of(central)), later);
    }

    private static Partners centralsPartners(XmppServer server) {
        Set<BareJid> machines = Set.copyOf(allMachines(server).toList());
        return new Partners() {
            @Override
            public boolean mayHearUs(BareJid jid) {
                return machines.contains(jid);
            }

            @Override
            public boolean weWantToHear(BareJid jid) {
                return machines.contains(jid);
            }

            @Override
            public Collection<BareJid> sought() {
                return List.of();
            }
        };
    }

    private static void createAccounts(XmppServer server) {
        Map<String, String> passwords = new HashMap<>(Map.of("windows", "pencil", "stranger", "pencil"));
        for (int i = 0; i < MACHINES; i++) {
            passwords.put(machine(i), "pencil");
        }
        server.createAccounts(passwords);
    }

    private static Stream<BareJid> allMachines(XmppServer server) {
        return IntStream.range(0, MACHINES).mapToObj(i -> jid(server, machine(i)));
    }

    private static String machine(int number) {
        return "a201b" + number;
    }

    private static BareJid jid(XmppServer server, String user) {
        return JidCreate.bareFromOrThrowUnchecked(user + "@" + server.domain());
    }

    private static final class Links implements AutoCloseable {
        private final List<WatchedLink> links = new ArrayList<>();

        WatchedLink add(XmppServer server, String user) {
            WatchedLink link = WatchedLink.byPassword(server, server.port(), user, () -> "pencil");
            links.add(link);
            link.link.addListener(new LinkListener() {
                @Override
                public void up(XMPPConnection connection) {
                    // Requests are delivered to available resources only (RFC 6121 section 3.1.3).
                    link.link.trySend(
                            connection.getStanzaFactory().buildPresenceStanza().build());
                }
            });
            return link;
        }

        void startAll() {
            for (WatchedLink link : links) {
                if (!link.isStarted()) {
                    link.start();
                }
            }
        }

        @Override
        public void close() {
            links.forEach(WatchedLink::close);
        }
    }
}
