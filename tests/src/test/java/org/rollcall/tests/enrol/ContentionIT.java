package org.rollcall.tests.enrol;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jivesoftware.smack.XMPPConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.service.AgentService;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.agent.settings.AgentSettingsReader;
import org.rollcall.tests.fixture.AgentSetup;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.ScriptedHost;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.TemporaryFolders;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.xmpp.link.Backoff;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.link.SmackLink;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.TomlSource;

/** Two agents with one account, as after a disk was cloned; minutes of waiting are seconds here. */
class ContentionIT {
    /** A hundred and twentieth of what an agent waits after a conflict. */
    private static final Duration CONFLICT = Duration.ofSeconds(2);

    private static final Backoff.Waits WAITS = new Backoff.Waits(
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            CONFLICT,
            Duration.ofSeconds(60));

    private final AtomicInteger signIns = new AtomicInteger();
    private Site site;

    @BeforeEach
    void start() {
        site = new Site(ServerKind.PROSODY, "A201B7,A201\n");
    }

    @AfterEach
    void end() {
        site.close();
    }

    @Test
    void theyBackOffAndAreFlagged() throws Exception {
        AgentSetup setup = new AgentSetup(site.server, "a201b7").central(XmppServer.CENTRAL);
        try (AgentService first = agent(setup, setup.dataFolder())) {
            first.start();
            Await.until("on the board", Site.LIMIT, () -> site.onBoard("a201b7").isPresent());
            long since = System.nanoTime();
            try (AgentService second = agent(setup, TemporaryFolders.create("clone"))) {
                second.start();
                Await.until("a flag", Site.LIMIT, () -> site.asks("waiting").contains("\tcontended\t"));
                Await.until(
                        "its line in the audit",
                        Site.LIMIT,
                        () -> site.asks("audit").contains("\tflag\ta201b7\t"));
                Await.until("three turns", Site.LIMIT, () -> signIns.get() >= 4);
                long halves = (System.nanoTime() - since) / (CONFLICT.toNanos() / 2);
                assertTrue(signIns.get() <= 3 + halves, signIns + " sign-ins in " + halves + " s");
            }
        }
    }

    private AgentService agent(AgentSetup setup, Path data) throws Exception {
        Path folder = TemporaryFolders.create("agent");
        Path host = Files.writeString(
                folder.resolve("host.json"),
                "{\"name\": \"A201B7\", \"uuid\": \"u\", \"serial\": \"s\", \"sessions\": [], \"processes\": []}");
        Path toml = Files.writeString(
                folder.resolve("agent.toml"),
                Files.readString(setup.write()).replace(setup.dataFolder().toString(), data.toString()));
        Problems problems = new Problems(Locale.ENGLISH);
        AgentSettings settings =
                new AgentSettingsReader("A201B7", Map.of()).read(List.of(new TomlSource(toml)), problems);
        AgentService agent = new AgentService(
                settings,
                new ScriptedHost(host),
                new RecentLog(10, 200),
                link -> new SmackLink(link, List::of, new Backoff(WAITS, new Random()), System::nanoTime),
                Clock.systemUTC(),
                System::nanoTime);
        agent.link().addListener(new LinkListener() {
            @Override
            public void up(XMPPConnection connection) {
                signIns.incrementAndGet();
            }
        });
        return agent;
    }
}
