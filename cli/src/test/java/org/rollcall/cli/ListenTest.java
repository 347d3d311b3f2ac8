package org.rollcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.Stored;

/** {@code rollcall listen}, with machines on a loopback server. */
class ListenTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:09:56Z");

    @TempDir
    Path folder;

    private LoopbackServer server;
    private ScriptedAgent agent;
    private Path config;
    private Path output;

    @BeforeEach
    void start() throws Exception {
        server = LoopbackServer.builder()
                .domain("iut.rdz")
                .account("windows", "secret")
                .account("a201b7", "secret")
                .everybodySharedWith("windows")
                .start();
        agent = new ScriptedAgent(server, "a201b7");
        config = Typed.settings(server, "windows", folder);
        output = folder.resolve("events.jsonl");
    }

    @AfterEach
    void stop() {
        agent.close();
        server.close();
    }

    @Test
    void machinesAndMessagesArePrintedAsTheyCome() throws Exception {
        CompletableFuture<Typed> listening = inBackground("listen", "--json", "--for", "3s");
        await(() -> server.signedIn().stream().anyMatch(jid -> jid.startsWith("windows@iut.rdz/rollcall-")));
        Typed heard = listening.get(20, TimeUnit.SECONDS);
        assertEquals(0, heard.code(), heard.err());
        assertTrue(heard.out().contains("\"from\":\"a201b7@iut.rdz/agent\",\"type\":\"available\""), heard.out());
        assertTrue(heard.out().contains("\"name\":\"A201B7\""), heard.out());
    }

    @Test
    void eventsAreAnsweredOnceTheyAreInTheFileAndARepeatIsStoredOnce() throws Exception {
        CompletableFuture<Typed> listening = asCentral();
        assertEquals(2, send(event(1), event(2)).seq());
        assertEquals(2, Files.readAllLines(output).size(), "answered before it was written");
        assertEquals(3, send(event(2), event(3)).seq());
        List<String> lines = Files.readAllLines(output);
        assertEquals(3, lines.size());
        assertEquals(
                "{\"heard\":\"event\",\"from\":\"a201b7@iut.rdz\",\"journal\":\"k3f9\",\"seq\":3,\"kind\":\"logon\","
                        + "\"at\":\"2026-11-22T12:09:56Z\",\"user\":\"kevin\\\"s\"}",
                lines.get(2));
        listening.get(30, TimeUnit.SECONDS);
    }

    @Test
    void whatIsInTheFileIsKnownAfterARestartAndATornLineIsNot() throws Exception {
        CompletableFuture<Typed> first = asCentral();
        send(event(1), event(2));
        first.get(30, TimeUnit.SECONDS);
        Files.writeString(output, Files.readString(output) + "{\"heard\":\"event\",\"from\":\"a2");
        CompletableFuture<Typed> second = asCentral();
        send(event(2), event(3));
        assertEquals(3, Files.readAllLines(output).size());
        second.get(30, TimeUnit.SECONDS);
    }

    @Test
    void besideCentralItIsRefused() throws Exception {
        CompletableFuture<Typed> central = asCentral();
        Typed second = at().type(
                        "listen",
                        "--as-central",
                        "--output",
                        folder.resolve("other").toString());
        assertEquals(2, second.code());
        assertTrue(second.err().contains("central is on line"), second.err());
        assertTrue(server.signedIn().contains("windows@iut.rdz/central"));
        central.get(30, TimeUnit.SECONDS);
    }

    @Test
    void whoIsNoMachineIsNotStored() throws Exception {
        CompletableFuture<Typed> listening = inBackground(
                "listen", "--as-central", "--output", output.toString(), "--approve", "b.*", "--for", "3s");
        await(() -> server.signedIn().contains("windows@iut.rdz/central"));
        Exception refused = null;
        try {
            send(event(1));
        } catch (XMPPErrorException e) {
            refused = e;
        }
        assertEquals(
                StanzaError.Condition.forbidden,
                assertInstanceOf(XMPPErrorException.class, refused)
                        .getStanzaError()
                        .getCondition());
        assertEquals(0, Files.size(output));
        listening.get(30, TimeUnit.SECONDS);
    }

    @Test
    void asCentralAndOutputBelongTogether() {
        assertEquals(64, at().type("listen", "--as-central").code());
        assertEquals(64, at().type("listen", "--output", "x").code());
    }

    private CompletableFuture<Typed> asCentral() throws Exception {
        CompletableFuture<Typed> listening =
                inBackground("listen", "--as-central", "--output", output.toString(), "--for", "3s");
        await(() -> server.signedIn().contains("windows@iut.rdz/central"));
        return listening;
    }

    private Typed.At at() {
        return new Typed.At().config(config);
    }

    private CompletableFuture<Typed> inBackground(String... words) {
        return CompletableFuture.supplyAsync(() -> at().type(words));
    }

    private Stored send(Event... events) throws Exception {
        IQ result = agent.link()
                .connection()
                .sendIqRequestAndWaitForResponse(NodeIq.set(
                        JidCreate.from("windows@iut.rdz/central"),
                        Events.of("k3f9", List.of(events)).toXml()));
        return Stored.from(((NodeIq) result).node());
    }

    private static Event event(long seq) {
        return new Event(seq, "logon", AT, Map.of("user", "kevin\"s"));
    }

    private static void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited too long");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
