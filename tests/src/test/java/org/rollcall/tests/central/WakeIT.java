package org.rollcall.tests.central;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.central.board.Condition;
import org.rollcall.central.service.CentralService;
import org.rollcall.tests.fixture.AgentSetup;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.CentralSetup;
import org.rollcall.tests.fixture.JavaProcess;
import org.rollcall.tests.fixture.OnEachServer;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Slixmpp;
import org.rollcall.tests.fixture.TemporaryFolders;
import org.rollcall.tests.fixture.XmppServer;

/** Somebody wakes a machine, and its neighbours send the packet: from the question to the network card. */
@OnEachServer
class WakeIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int PACKET = 102;

    private final ServerKind kind;
    private XmppServer server;
    private CentralService central;
    private JavaProcess willing;
    private JavaProcess unwilling;
    private DatagramSocket card;

    WakeIT(ServerKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() throws Exception {
        card = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        card.setSoTimeout(20_000);
        server = kind.start();
        server.createAccounts(Map.of("keeper", "pencil", "a201b9", "pw"));
        central = CentralSetup.on(server)
                .rooms("A201B7,A201\nA201B8,A201\nA201B9,A201\n")
                .with("[access]\noperators = [\"keeper@" + server.domain() + "\"]")
                .start();
        willing = pc("a201b7", "operator");
        unwilling = pc("a201b8", "viewer");
        await("a201b7", Condition.FREE);
        await("a201b8", Condition.FREE);
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable part : new AutoCloseable[] {willing, unwilling, central, server, card}) {
            if (part != null) {
                part.close();
            }
        }
    }

    @Test
    void aNeighbourThatIsOnSendsThePacketAndTheAnswerSaysSo() throws Exception {
        try (Slixmpp sleeper = Slixmpp.signIn(server, "a201b9", "agent", "pw").available()) {
            sleeper.call(
                    "raw",
                    "xml",
                    "<presence to='" + centralJid() + "'><show>xa</show><machine xmlns='urn:rollcall:1' name='A201B9'"
                            + " boot='2026-11-22T06:58:12Z' up='2026-11-22T06:58:12Z' ip='10.2.3.9'"
                            + " mac='02:00:5e:10:00:09' version='1.0.0' journal='j1' seq='0'/></presence>");
            await("a201b9", Condition.FREE);
        }
        await("a201b9", Condition.LOST);
        try (Slixmpp keeper = Slixmpp.signIn(server, "keeper", "desk", "pencil").available()) {
            String confirm = keeper.ask(centralJid(), "wake a201b9");
            assertTrue(confirm.contains("This is an order"), confirm);
            String answer = keeper.ask(centralJid(), "yes");
            assertTrue(answer.contains("passed on by A201B7"), answer);
            assertTrue(answer.contains("A201B8 did not pass it on: its settings give central no more"), answer);
        }
        byte[] packet = received();
        byte[] address = {2, 0, 0x5e, 0x10, 0, 9};
        assertArrayEquals(new byte[] {-1, -1, -1, -1, -1, -1}, Arrays.copyOf(packet, 6));
        for (int i = 6; i < PACKET; i += 6) {
            assertArrayEquals(address, Arrays.copyOfRange(packet, i, i + 6));
        }
    }

    private byte[] received() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[PACKET + 1], PACKET + 1);
        card.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    private JavaProcess pc(String account, String role) throws IOException {
        Path folder = TemporaryFolders.create("pc");
        Files.writeString(folder.resolve("wake-port"), String.valueOf(card.getLocalPort()));
        Path file = Files.writeString(
                folder.resolve("host.json"),
                "{\"name\": \"" + account.toUpperCase(Locale.ROOT) + "\", \"sessions\": [], \"processes\": []}");
        return new AgentSetup(server, account)
                .central(XmppServer.CENTRAL)
                .centralRole(role)
                .scripted(file)
                .start();
    }

    private void await(String account, Condition condition) {
        Await.until(
                account + " to be " + condition,
                LIMIT,
                () -> central.board()
                        .machine(account)
                        .filter(machine -> machine.condition() == condition && !machine.unconfirmed())
                        .isPresent());
    }

    private String centralJid() {
        return XmppServer.CENTRAL + "@" + server.domain();
    }
}
