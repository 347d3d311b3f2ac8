package org.rollcall.loopback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.loopback.xml.Element;

class StreamTest extends ServerFixture {

    @Test
    void nothingGoesBeforeTls() throws Exception {
        RawClient client = connected();
        Element features = client.open();
        assertEquals("required", features.first().first().name());
        client.send("<auth xmlns='" + RawClient.SASL + "' mechanism='PLAIN'>AHgAeA==</auth>");
        assertEquals("encryption-required", client.next().first().name());
        client.send("<message to='windows@demo.rollcall'/>");
        assertEquals("policy-violation", client.next().first().name());
    }

    @Test
    void anotherDomainIsUnknown() throws Exception {
        RawClient client = connected();
        client.open("elsewhere.example");
        assertEquals("host-unknown", client.next().first().name());
    }

    @Test
    void theNewerOfTwoWithOneJidWins() throws Exception {
        RawClient watcher = online("windows", "watcher", 0);
        RawClient old = online("windows", "central", 0);
        RawClient young = online("windows", "central", 0);
        assertEquals("conflict", old.expectStreamError());
        watcher.expectPresence(old.jid(), null);
        watcher.expectPresence(old.jid(), "unavailable");
        watcher.expectPresence(young.jid(), null);
        assertTrue(young.sync().stream().noneMatch(e -> "unavailable".equals(e.get("type"))));
    }

    @Test
    void aForbiddenCharacterEndsTheStream() throws Exception {
        RawClient client = online("a201b7", "agent", 0);
        client.send("<presence><status>a\u0001b</status></presence>");
        assertEquals("not-well-formed", client.expectStreamError());
    }

    @Test
    void aLoneSurrogateEndsTheStream() throws Exception {
        RawClient client = online("a201b7", "agent", 0);
        client.send("<presence><status>a&#xD800;b</status></presence>");
        assertEquals("not-well-formed", client.expectStreamError());
    }

    @Test
    void commentsAndUnknownEntitiesEndTheStream() throws Exception {
        RawClient one = online("a201b7", "agent", 0);
        one.send("<!-- hello -->");
        assertEquals("restricted-xml", one.expectStreamError());
        RawClient two = online("a201c4", "agent", 0);
        two.send("<message><body>&file;</body></message>");
        two.expectStreamError();
    }

    @Test
    void aDoctypeIsRefused() throws Exception {
        RawClient client = connected();
        client.open();
        client.startTls();
        client.send("<?xml version='1.0'?><!DOCTYPE stream [<!ENTITY a 'b'>]><stream:stream xmlns='jabber:client' "
                + "xmlns:stream='http://etherx.jabber.org/streams' to='demo.rollcall' version='1.0'>");
        Element error = client.openAnswer();
        assertEquals("restricted-xml", error.first().name());
    }

    @Test
    void aStanzaThatIsTooLargeEndsTheStream() throws Exception {
        RawClient client = online("a201b7", "agent", 0);
        client.send("<message to='windows@demo.rollcall'><body>" + "x".repeat(300_000) + "</body></message>");
        assertEquals("policy-violation", client.expectStreamError());
    }

    @Test
    void aStanzaBelowTheLimitPasses() throws Exception {
        RawClient receiver = online("windows", "central", 0);
        String body = "é".repeat(100_000);
        online("a201b7", "agent", 0).send("<message to='windows@demo.rollcall'><body>" + body + "</body></message>");
        receiver.expectMessage(body);
    }

    @Test
    void aStreamOutlastsAnyNumberOfEscapedCharacters() throws Exception {
        RawClient receiver = online("windows", "central", 0);
        RawClient sender = online("a201b7", "agent", 0);
        for (int i = 0; i < 8; i++) {
            sender.send("<message to='windows@demo.rollcall'><body>" + i + "&lt;".repeat(30_000) + "</body></message>");
            receiver.expectMessage(i + "<".repeat(30_000));
        }
    }

    @Test
    void aStanzaThatIsTooDeepEndsTheStream() throws Exception {
        RawClient client = online("a201b7", "agent", 0);
        client.send("<message>" + "<a>".repeat(100) + "</a>".repeat(100) + "</message>");
        assertEquals("policy-violation", client.expectStreamError());
    }

    @Test
    void aClosedStreamIsClosedInReturn() throws Exception {
        RawClient watcher = online("windows", "watcher", 0);
        RawClient client = online("windows", "leaver", 0);
        client.send("</stream:stream>");
        client.expectEnd();
        watcher.expectPresence(client.jid(), "unavailable");
    }

    @Test
    void aCutIsNoticedAtOnce() throws Exception {
        RawClient watcher = online("windows", "watcher", 0);
        RawClient client = online("windows", "cut", 0);
        assertTrue(server.cut(client.jid()));
        client.expectEnd();
        watcher.expectPresence(client.jid(), "unavailable");
        assertEquals(List.of(watcher.jid()), server.signedIn());
    }

    @Test
    void whatAFrozenClientIsSentArrivesAfterwards() throws Exception {
        RawClient frozen = online("windows", "frozen", 0);
        RawClient sender = online("a201b7", "agent", 0);
        server.freeze(frozen.jid());
        sender.send("<message to='windows@demo.rollcall'><body>hello</body></message>");
        assertTrue(sender.sync().stream().noneMatch(e -> e.name().equals("message")), "nobody else waits");
        server.thaw(frozen.jid());
        frozen.expectMessage("hello");
    }

    @Test
    void aConnectionThatSaysNothingDelaysNobody() throws Exception {
        connected();
        assertEquals("windows@demo.rollcall/x", signedIn("windows", "x").jid());
    }

    @Test
    void aClientThatDoesNotReadDelaysNobody() throws Exception {
        RawClient deaf = signedIn("windows", "deaf");
        deaf.stopReading();
        RawClient sender = online("a201b7", "agent", 0);
        String body = "x".repeat(200_000);
        for (int i = 0; i < 100; i++) {
            sender.send("<message to='windows@demo.rollcall/deaf'><body>" + body + "</body></message>");
        }
        sender.sync();
    }

    @Test
    void afterARestartAccountsAndRostersAreThereOnTheSamePort() throws Exception {
        RawClient before = online("windows", "central", 0);
        int port = server.port();
        server.goDown();
        before.expectEnd();
        assertThrows(IOException.class, this::connected);
        server.comeUp();
        assertEquals(port, server.port());
        assertEquals(
                "windows@demo.rollcall/central", signedIn("windows", "central").jid());
    }

    @Test
    void closingSaysSo() throws Exception {
        RawClient client = online("windows", "central", 0);
        server.close();
        assertEquals("system-shutdown", client.expectStreamError());
    }

    @Test
    void onlyLoopbackAddressesAreListenedOn() throws Exception {
        InetAddress everywhere = InetAddress.getByName("0.0.0.0");
        IOException refused = assertThrows(
                IOException.class,
                () -> LoopbackServer.builder()
                        .domain(DOMAIN)
                        .address(everywhere)
                        .start());
        assertTrue(refused.getMessage().contains("loopback only"), refused.getMessage());
    }

    @Test
    void aRemovedAccountIsPutOutAndCannotComeBack() throws Exception {
        RawClient client = online("a201b7", "agent", 0);
        assertTrue(server.removeAccount("a201b7"));
        assertEquals("not-authorized", client.expectStreamError());
        assertThrows(AssertionError.class, () -> signedIn("a201b7", "agent"));
    }
}
