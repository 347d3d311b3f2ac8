package org.rollcall.loopback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.rollcall.loopback.xml.Element;

class MessageTest extends ServerFixture {

    @Override
    LoopbackServer.Builder options(LoopbackServer.Builder builder) {
        return builder.offlineMessages(3);
    }

    @Test
    void aBareJidsMessageGoesToTheHighestPriorityAlone() throws Exception {
        RawClient low = online("windows", "low", 1);
        RawClient high = online("windows", "high", 5);
        RawClient sender = signedIn("a201b7", "agent");
        sender.send(message("windows@demo.rollcall", "chat", "hello"));
        sender.sync();
        assertEquals("a201b7@demo.rollcall/agent", high.expectMessage("hello").get("from"));
        assertTrue(low.sync().stream().noneMatch(e -> e.name().equals("message")));
    }

    @Test
    void equalPrioritiesAllGetABareJidsMessage() throws Exception {
        RawClient one = online("windows", "one", 5);
        RawClient two = online("windows", "two", 5);
        signedIn("a201b7", "agent").send(message("windows@demo.rollcall", "chat", "hello"));
        one.expectMessage("hello");
        two.expectMessage("hello");
    }

    @Test
    void aNegativePriorityGetsNoneOfTheBareJidsMessages() throws Exception {
        RawClient cli = online("windows", "cli", -1);
        RawClient sender = signedIn("a201b7", "agent");
        sender.send(message("windows@demo.rollcall", "chat", "hello"));
        sender.sync();
        assertTrue(cli.sync().stream().noneMatch(e -> e.name().equals("message")));
        assertEquals(1, server.offlineMessages("windows"));
    }

    @Test
    void anAbsentResourcesMessageIsReroutedSilently() throws Exception {
        RawClient other = online("windows", "other", 0);
        RawClient sender = signedIn("a201b7", "agent");
        sender.send(message("windows@demo.rollcall/central", "chat", "hello"));
        assertEquals(
                "windows@demo.rollcall/central", other.expectMessage("hello").get("to"));
        assertTrue(sender.sync().isEmpty());
    }

    @Test
    void aMessageForSomebodyWhoIsOffWaitsAndCarriesADelay() throws Exception {
        RawClient sender = signedIn("windows", "x");
        sender.send(message("a201b7@demo.rollcall", "chat", "restart"));
        sender.sync();
        RawClient machine = signedIn("a201b7", "agent");
        machine.send("<presence/>");
        Element late = machine.expectMessage("restart");
        assertNotNull(late.child("delay", "urn:xmpp:delay").get("stamp"));
        assertEquals(0, server.offlineMessages("a201b7"));
    }

    @Test
    void whoIsOnlineGetsMessagesWithoutADelay() throws Exception {
        RawClient machine = online("a201b7", "agent", 0);
        signedIn("windows", "x").send(message("a201b7@demo.rollcall", "chat", "help"));
        assertNull(machine.expectMessage("help").child("delay", "urn:xmpp:delay"));
    }

    @Test
    void theOfflineStoreRefusesWhenFull() throws Exception {
        RawClient sender = signedIn("windows", "x");
        for (int i = 0; i < 3; i++) {
            sender.send(message("a201b7@demo.rollcall", "normal", "kept"));
        }
        sender.send("<message to='a201b7@demo.rollcall' id='fourth'><body>lost</body></message>");
        assertEquals("resource-constraint", sender.expectError("fourth"));
        assertEquals(3, server.offlineMessages("a201b7"));
    }

    @Test
    void headlinesAndErrorsAreNeverStored() throws Exception {
        RawClient sender = signedIn("windows", "x");
        sender.send(message("a201b7@demo.rollcall", "headline", "now or never"));
        sender.send(message("a201b7@demo.rollcall", "error", "sorry"));
        assertTrue(sender.sync().isEmpty());
        assertEquals(0, server.offlineMessages("a201b7"));
    }

    @Test
    void anUnknownAccountIsServiceUnavailable() throws Exception {
        RawClient sender = signedIn("windows", "x");
        sender.send("<message to='nobody@demo.rollcall' id='m'><body>hello</body></message>");
        assertEquals("service-unavailable", sender.expectError("m"));
    }

    @Test
    void anotherDomainIsNotFound() throws Exception {
        RawClient sender = signedIn("windows", "x");
        sender.send("<message to='nobody@elsewhere.example' id='m'><body>hello</body></message>");
        assertEquals("remote-server-not-found", sender.expectError("m"));
    }

    @Test
    void anAddressThatIsNoneIsSaidToBeMalformed() throws Exception {
        RawClient sender = signedIn("windows", "x");
        sender.send("<message to='o&apos;brien@demo.rollcall' id='m'><body>hello</body></message>");
        assertEquals("jid-malformed", sender.expectError("m"));
    }

    private static String message(String to, String type, String body) {
        return "<message to='" + to + "' type='" + type + "'><body>" + body + "</body></message>";
    }
}
