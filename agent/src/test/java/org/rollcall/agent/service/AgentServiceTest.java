package org.rollcall.agent.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rollcall.agent.watch.Sessions.console;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.iqrequest.AbstractIqRequestHandler;
import org.jivesoftware.smack.iqrequest.IQRequestHandler;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.agent.journal.DataFolderException;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.agent.watch.WatchedHost;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.xmpp.command.Access;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.link.SmackLink;
import org.rollcall.xmpp.roster.Partners;
import org.rollcall.xmpp.roster.Subscriptions;
import org.rollcall.xmpp.settings.XmppSettings;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.Namespace;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.RollcallProviders;
import org.rollcall.xmpp.stanza.Stored;

/** A whole agent and a listener on the central JID, on the loopback server. */
class AgentServiceTest {
    private static final BareJid CENTRAL = JidCreate.entityBareFromOrThrowUnchecked("windows@loopback.test");

    @TempDir
    Path temp;

    private final WatchedHost host = new WatchedHost();
    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    private LoopbackServer server;
    private SmackLink central;

    @BeforeEach
    void serve() throws Exception {
        server = LoopbackServer.builder()
                .domain("loopback.test")
                .account("a201b7", "agent-secret")
                .account("windows", "central-secret")
                .start();
        central = central();
    }

    @AfterEach
    void stop() {
        central.close();
        server.close();
    }

    @Test
    void aLogonReachesTheCentralJidAsPresenceAndAsAnEventAndAStopIsTheLastThingHeard() throws Exception {
        AgentService agent = agent(temp);
        agent.start();
        await("presence xa nobody logged on");
        await("event start");
        host.has(console(1, "kevin.marchais"));
        host.listener().sessionsChanged();
        await("event logon kevin.marchais");
        await("presence available kevin.marchais, console");
        long before = System.nanoTime();
        agent.close();
        assertTrue(System.nanoTime() - before < 3_000_000_000L, "took longer than Windows may wait");
        await("event stop");
        await("unavailable");
    }

    @Test
    void itRespondsUnlessAPartOfItHangs() throws Exception {
        try (AgentService agent = agent(temp)) {
            agent.start();
            await("event start");
            assertTrue(agent.responds(Duration.ofSeconds(20)));
            CountDownLatch hanging = new CountDownLatch(1);
            CountDownLatch over = new CountDownLatch(1);
            host.beforeEachReading(() -> {
                hanging.countDown();
                over.await();
                return null;
            });
            host.listener().sessionsChanged();
            hanging.await();
            assertFalse(agent.responds(Duration.ofMillis(50)));
            over.countDown();
            assertTrue(agent.responds(Duration.ofSeconds(20)));
        }
    }

    @Test
    void twoAgentsDoNotShareADataFolder() throws Exception {
        try (AgentService first = agent(temp)) {
            DataFolderException e = assertThrows(DataFolderException.class, () -> agent(temp));
            assertTrue(e.getMessage().contains("in use"), e.getMessage());
            first.start();
        }
        agent(temp).close();
    }

    @Test
    void stoppingIsQuickEvenWhenTheServerIsFrozen() throws Exception {
        AgentService agent = agent(temp);
        agent.start();
        await("event start");
        server.freeze();
        long before = System.nanoTime();
        agent.close();
        assertTrue(System.nanoTime() - before < 3_000_000_000L, "took longer than Windows may wait");
        server.thaw();
    }

    @Test
    void stoppingTwiceAtOnceIsHarmless() throws Exception {
        AgentService agent = agent(temp);
        agent.start();
        await("event start");
        CountDownLatch done = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            new Thread(() -> {
                        agent.close();
                        done.countDown();
                    })
                    .start();
        }
        assertTrue(done.await(6, TimeUnit.SECONDS));
        await("event stop");
        assertEquals(1, heard.stream().filter("event stop"::equals).count());
    }

    private AgentService agent(Path data) throws DataFolderException {
        AgentSettings settings = new AgentSettings(
                xmpp("a201b7", "agent-secret", "agent"),
                CENTRAL,
                new Access(Map.of(CENTRAL, Role.VIEWER), Map.of(), Pattern.compile("a.*"), CENTRAL),
                data,
                Duration.ofMinutes(5),
                Duration.ofMillis(200),
                Map.of(),
                List.of());
        return new AgentService(settings, host, new RecentLog(10, 100));
    }

    private XmppSettings xmpp(String user, String password, String resource) {
        return new XmppSettings(
                "loopback.test",
                server.host(),
                server.port(),
                user,
                password::toCharArray,
                resource,
                null,
                server.certificateSha256(),
                null,
                null,
                false);
    }

    /** Listens as central does: takes the resource, answers events, and writes down what it hears. */
    private SmackLink central() {
        RollcallProviders.register();
        SmackLink link =
                new SmackLink(xmpp("windows", "central-secret", "central").toLink(0));
        new Subscriptions(
                link,
                Partners.of(
                        jid -> true,
                        java.util.Set.of(JidCreate.entityBareFromOrThrowUnchecked("a201b7@loopback.test"))),
                // On a busy machine an answer may have to be sent a second time.
                (wait, task) -> CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(task));
        link.connection().addStanzaListener(this::hear, StanzaTypeFilter.PRESENCE);
        link.connection()
                .registerIQRequestHandler(
                        new AbstractIqRequestHandler(
                                Events.ELEMENT, Namespace.ROLLCALL, IQ.Type.set, IQRequestHandler.Mode.sync) {
                            @Override
                            public IQ handleIQRequest(IQ request) {
                                return answer((NodeIq) request);
                            }
                        });
        link.addListener(new LinkListener() {
            @Override
            public void up(XMPPConnection connection) {
                link.trySend(StanzaBuilder.buildPresence().build());
            }
        });
        link.start();
        return link;
    }

    private void hear(Stanza stanza) {
        Presence presence = (Presence) stanza;
        if (presence.isAvailable()) {
            heard.add("presence " + presence.getMode() + " " + presence.getStatus());
        } else {
            heard.add(presence.getType().toString());
        }
    }

    private IQ answer(NodeIq request) {
        try {
            Events events = Events.from(request.node());
            events.events()
                    .forEach(event -> heard.add(
                            ("event " + event.kind() + " " + event.attributes().getOrDefault("user", "")).trim()));
            return NodeIq.result(request, new Stored(events.lastSeq(), List.of()).toXml());
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private void await(String beginning) throws InterruptedException {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (heard.stream().noneMatch(line -> line.startsWith(beginning))) {
            assertTrue(System.nanoTime() < deadline, () -> "never heard '" + beginning + "' but " + heard);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
