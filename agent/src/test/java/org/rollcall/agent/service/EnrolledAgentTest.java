package org.rollcall.agent.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rollcall.agent.watch.Sessions.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.agent.enrol.EnrolmentState;
import org.rollcall.agent.journal.DataFolder;
import org.rollcall.agent.journal.DataFolderException;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.agent.watch.WatchedHost;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.xmpp.command.Access;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.link.Backoff;
import org.rollcall.xmpp.link.SmackLink;
import org.rollcall.xmpp.settings.SecretFile;
import org.rollcall.xmpp.settings.XmppSettings;
import org.rollcall.xmpp.stanza.Enrol;
import org.rollcall.xmpp.stanza.Enrolment;
import org.rollcall.xmpp.stanza.NewPassword;
import org.rollcall.xmpp.stanza.NodeIq;

/** A whole agent without a password, from the first start to signed in as itself, on the loopback server. */
class EnrolledAgentTest {
    private static final BareJid CENTRAL = JidCreate.entityBareFromOrThrowUnchecked("windows@loopback.test");
    private static final Jid MACHINE = JidCreate.fromOrThrowUnchecked("a201b7@loopback.test/agent");

    @TempDir
    Path temp;

    private final WatchedHost host = new WatchedHost();
    private final AtomicLong ahead = new AtomicLong();
    private Function<IQ, Function<Enrol, IQ>> desk = this::welcome;
    private LoopbackServer server;
    private EnrolmentStandIn central;

    @BeforeEach
    void serve() throws Exception {
        server = LoopbackServer.builder()
                .domain("loopback.test")
                .account("enrol", "enrolment-secret")
                .account("windows", "central-secret")
                .start();
        central = new EnrolmentStandIn(
                xmpp("windows", "central-secret"::toCharArray).withResource("central"), iq -> desk.apply(iq));
        until("central is there", central::isUp);
        Files.writeString(secretFile(), "enrolment-secret\n");
        if (Files.getFileStore(temp).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(secretFile(), PosixFilePermissions.fromString("rw-------"));
        }
    }

    @AfterEach
    void stop() {
        central.close();
        server.close();
    }

    @Test
    void aNewPcAsksForAnAccountAndIsThereAndWhatItSawMeanwhileArrives() throws Exception {
        try (AgentService agent = agent()) {
            host.has(console(1, "kevin.marchais"));
            agent.start();
            await("presence " + MACHINE);
            await("event start");
            await("event logon");
            Enrol enrol = central.asked().get(0);
            assertEquals("A201B7", enrol.name());
            assertEquals("4c4c-1", enrol.uuid());
            assertEquals(List.of("password-1"), passwords());
        }
        central.forget();
        try (AgentService agent = agent()) {
            agent.start();
            await("presence " + MACHINE);
        }
        assertEquals(1, central.asked().size(), "an enrolled machine does not ask again");
    }

    @Test
    void whenTheAnswerIsLostTheSamePasswordIsAskedForAgain() throws Exception {
        desk = iq -> enrol -> {
            desk = this::welcome;
            server.cut(iq.getFrom().toString());
            return null;
        };
        try (AgentService agent = agent()) {
            agent.start();
            await("presence " + MACHINE);
        }
        assertEquals(2, central.asked().size());
        assertEquals(central.asked().get(0).password(), central.asked().get(1).password());
    }

    @Test
    void whenThePowerGoesBetweenAccountAndAnswerTheNextStartSignsIn() throws Exception {
        desk = iq -> enrol -> {
            server.addAccount("a201b7", enrol.password());
            return null;
        };
        try (AgentService agent = agent()) {
            agent.start();
            until("asked", () -> central.asked().size() == 1);
        }
        assertEquals(List.of("password-1.new"), passwords());
        try (AgentService agent = agent()) {
            agent.start();
            await("presence " + MACHINE);
        }
        assertEquals(1, central.asked().size());
        assertEquals(List.of("password-1"), passwords());
    }

    @Test
    void itWaitsAsLongAsCentralSays() throws Exception {
        desk = iq -> enrol -> {
            desk = this::welcome;
            return NodeIq.result(
                    iq,
                    Enrolment.waiting(Enrolment.Reasons.HARDWARE, Duration.ofSeconds(5))
                            .toXml());
        };
        long before = System.nanoTime();
        try (AgentService agent = agent()) {
            agent.start();
            await("presence " + MACHINE);
        }
        assertTrue(System.nanoTime() - before >= 5_000_000_000L);
    }

    @Test
    void centralMayBeAwayWhenANewPcStarts() throws Exception {
        central.close();
        try (AgentService agent = agent()) {
            agent.start();
            until(
                    "it says so",
                    () -> EnrolmentState.read(DataFolder.enrolment(data()))
                            .filter("windows@loopback.test/central is not there"::equals)
                            .isPresent());
            central = new EnrolmentStandIn(
                    xmpp("windows", "central-secret"::toCharArray).withResource("central"), desk);
            await("presence " + MACHINE);
            until(
                    "all is said",
                    () -> EnrolmentState.read(DataFolder.enrolment(data())).isEmpty());
        }
    }

    @Test
    void theShareMayComeUpLater() throws Exception {
        Path away = temp.resolve("away");
        Files.move(secretFile(), away);
        try (AgentService agent = agent()) {
            agent.start();
            until("it made its password up", () -> passwords().size() == 1);
            Files.move(away, secretFile());
            await("presence " + MACHINE);
        }
    }

    @Test
    void centralRenewsThePasswordAndEveryMomentToLoseThePowerLeavesAWayIn() throws Exception {
        try (AgentService agent = agent()) {
            agent.start();
            await("presence " + MACHINE);
        }
        String old = central.asked().get(0).password();
        String next;
        central.forget();
        try (AgentService agent = agent()) {
            agent.start();
            await("presence " + MACHINE);
            next = renewed();
            assertEquals(next, renewed(), "a lost answer costs nothing");
        }
        assertEquals(List.of("password-1", "password-2.new"), passwords());
        central.forget();
        // Stopped before central has changed it on the server: the old one is in force.
        try (AgentService agent = agent()) {
            agent.start();
            await("presence " + MACHINE);
        }
        assertEquals(List.of("password-1", "password-2.new"), passwords());
        central.forget();
        // And after.
        assertFalse(next.equals(old));
        server.setPassword("a201b7", next);
        try (AgentService agent = agent()) {
            agent.start();
            await("presence " + MACHINE);
            until("the old one is gone", () -> passwords().equals(List.of("password-2")));
        }
        assertEquals(1, central.asked().size());
    }

    @Test
    void whenTheAccountIsGoneForLongItEnrolsAnewAndKeepsItsJournal() throws Exception {
        try (AgentService agent = agent()) {
            agent.start();
            await("presence " + MACHINE);
            server.removeAccount("a201b7");
            host.has(console(1, "kevin.marchais"));
            host.listener().sessionsChanged();
            assertEquals(1, central.asked().size());
            central.forget();
            until(
                    "refused",
                    () -> agent.link()
                            .failure()
                            .filter(failure -> failure.sentence().contains("refused the password"))
                            .isPresent());
            ahead.set(Duration.ofHours(1).toNanos());
            until("enrolled anew", () -> agent.link().isUp());
        }
        // Within one run the lost subscription is asked for again only after a minute and a half.
        try (AgentService agent = agent()) {
            agent.start();
            await("event logon");
        }
        assertEquals(2, central.asked().size());
    }

    @Test
    void onlyCentralMayAskForANewPassword() throws Exception {
        try (AgentService agent = agent();
                EnrolmentStandIn other = new EnrolmentStandIn(
                        xmpp("windows", "central-secret"::toCharArray).withResource("other"), desk)) {
            agent.start();
            await("presence " + MACHINE);
            IQ answer = other.newPassword(MACHINE).get(20, TimeUnit.SECONDS);
            assertEquals(StanzaError.Condition.forbidden, answer.getError().getCondition());
            assertEquals(List.of("password-1"), passwords());
        }
    }

    @Test
    void nothingIsWrittenWhileWindowsIsBeingMade() throws Exception {
        WatchedHost imaged = new WatchedHost() {
            @Override
            public Optional<String> unfinished() {
                return Optional.of("Windows is being set up (SystemSetupInProgress)");
            }
        };
        DataFolderException e = assertThrows(
                DataFolderException.class, () -> new AgentService(settings(), imaged, new RecentLog(10, 100)));
        assertTrue(e.getMessage().contains("SystemSetupInProgress"), e.getMessage());
        assertFalse(Files.exists(data()));
    }

    private IQ welcomed(IQ iq, Enrol enrol) {
        if (!server.addAccount("a201b7", enrol.password())) {
            server.setPassword("a201b7", enrol.password());
        }
        return NodeIq.result(iq, Enrolment.done("a201b7@loopback.test").toXml());
    }

    private Function<Enrol, IQ> welcome(IQ iq) {
        return enrol -> welcomed(iq, enrol);
    }

    private String renewed() throws Exception {
        IQ answer = central.newPassword(MACHINE).get(20, TimeUnit.SECONDS);
        return NewPassword.from(((NodeIq) answer).node());
    }

    private AgentService agent() throws DataFolderException {
        Backoff.Waits quick = new Backoff.Waits(
                Duration.ofMillis(100),
                Duration.ofMillis(200),
                Duration.ofMillis(200),
                Duration.ofMillis(400),
                Duration.ofSeconds(1),
                Duration.ofSeconds(60));
        return new AgentService(
                settings(),
                host,
                new RecentLog(10, 100),
                link -> new SmackLink(link, List::of, new Backoff(quick, new Random(1)), System::nanoTime),
                Clock.systemUTC(),
                () -> System.nanoTime() + ahead.get());
    }

    private AgentSettings settings() {
        return new AgentSettings(
                xmpp("a201b7", null).withResource("agent"),
                CENTRAL,
                new Access(Map.of(CENTRAL, Role.VIEWER), Map.of(), null, CENTRAL),
                data(),
                Duration.ofMinutes(5),
                Duration.ofMillis(200),
                new AgentSettings.Enrol("enrol", new SecretFile(secretFile())),
                Map.of(),
                List.of());
    }

    private XmppSettings xmpp(String user, Supplier<char[]> password) {
        return new XmppSettings(
                "loopback.test",
                server.host(),
                server.port(),
                user,
                password,
                null,
                null,
                server.certificateSha256(),
                null,
                null,
                false);
    }

    private Path data() {
        return temp.resolve("data");
    }

    private Path secretFile() {
        return temp.resolve("secret");
    }

    private List<String> passwords() {
        String[] names = data().toFile().list((folder, name) -> name.startsWith("password-"));
        return names == null ? List.of() : List.of(names).stream().sorted().toList();
    }

    private void await(String line) throws Exception {
        until("heard '" + line + "'", () -> central.heard().contains(line));
    }

    private void until(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!condition.call()) {
            assertTrue(System.nanoTime() < deadline, () -> "never " + what + ", but " + central.heard());
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
