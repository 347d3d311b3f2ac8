package org.rollcall.loopback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.loopback.xml.Element;

class SubscriptionTest extends ServerFixture {
    private static final String CENTRAL = "windows@demo.rollcall";
    private static final String MACHINE = "a201b7@demo.rollcall";

    @Test
    void aRequestThatIsApprovedShowsPresence() throws Exception {
        RawClient machine = online("a201b7", "agent", 0);
        RawClient central = online("windows", "central", 0);
        roster(central);
        central.send("<presence type='subscribe' to='" + MACHINE + "'/>");
        assertEquals("subscribe", pushed(central).get("ask"));
        machine.expectPresence(CENTRAL, "subscribe");
        machine.send("<presence type='subscribed' to='" + CENTRAL + "'/>");
        assertEquals("to", pushed(central).get("subscription"));
        central.expectPresence(MACHINE, "subscribed");
        central.expectPresence(MACHINE + "/agent", null);
        assertEquals("from", item(machine, CENTRAL).get("subscription"));
    }

    @Test
    void bothDirectionsMakeBoth() throws Exception {
        RawClient machine = online("a201b7", "agent", 0);
        RawClient central = online("windows", "central", 0);
        subscribe(machine, central);
        subscribe(central, machine);
        assertEquals("both", item(central, MACHINE).get("subscription"));
        assertEquals("both", item(machine, CENTRAL).get("subscription"));
    }

    @Test
    void aRequestWaitsForSomebodyWhoIsOffAndComesAgainAtEachSignIn() throws Exception {
        RawClient central = online("windows", "central", 0);
        central.send("<presence type='subscribe' to='" + MACHINE + "'/>");
        central.sync();
        RawClient first = online("a201b7", "agent", 0);
        server.cut(first.jid());
        first.expectEnd();
        RawClient again = signedIn("a201b7", "agent");
        again.send("<presence/>");
        again.expectPresence(CENTRAL, "subscribe");
    }

    @Test
    void aRequestThatIsPendingIsNotDeliveredTwice() throws Exception {
        RawClient machine = online("a201b7", "agent", 0);
        RawClient central = online("windows", "central", 0);
        central.send("<presence type='subscribe' to='" + MACHINE + "'/>");
        machine.expectPresence(CENTRAL, "subscribe");
        central.send("<presence type='subscribe' to='" + MACHINE + "'/>");
        central.sync();
        assertTrue(machine.sync().isEmpty());
    }

    @Test
    void aRequestToAnUnknownAccountIsRefused() throws Exception {
        RawClient central = online("windows", "central", 0);
        central.send("<presence type='subscribe' to='nobody@demo.rollcall'/>");
        central.expectPresence("nobody@demo.rollcall", "unsubscribed");
        assertNull(item(central, "nobody@demo.rollcall").get("ask"));
    }

    @Test
    void anApprovalThatNobodyAskedForChangesNothing() throws Exception {
        RawClient machine = online("a201b7", "agent", 0);
        RawClient central = online("windows", "central", 0);
        central.send("<presence type='subscribed' to='" + MACHINE + "'/>");
        central.sync();
        assertTrue(machine.sync().isEmpty());
        assertNull(item(central, MACHINE));
    }

    @Test
    void aSubscriberSeesComingStateAndLeaving() throws Exception {
        RawClient central = online("windows", "central", 0);
        RawClient before = online("a201b7", "agent", 0);
        subscribe(central, before);
        before.send("<presence type='unavailable'/>");
        central.expectPresence(MACHINE + "/agent", "unavailable");
        before.send("<presence><show>away</show></presence>");
        assertEquals(
                "away", central.expectPresence(MACHINE + "/agent", null).first().text());
        server.cut(before.jid());
        central.expectPresence(MACHINE + "/agent", "unavailable");
    }

    @Test
    void whoComesLaterIsToldWhoIsThereWithADelayStamp() throws Exception {
        RawClient central = online("windows", "central", 0);
        RawClient machine = online("a201b7", "agent", 0);
        subscribe(central, machine);
        RawClient second = signedIn("windows", "second");
        second.send("<presence/>");
        Element told = second.expectPresence(MACHINE + "/agent", null);
        assertEquals(DOMAIN, told.child("delay", "urn:xmpp:delay").get("from"));
        assertEquals("windows@demo.rollcall/second", told.get("to"));
    }

    @Test
    void revokingShowsTheEndToTheOther() throws Exception {
        RawClient central = online("windows", "central", 0);
        RawClient machine = online("a201b7", "agent", 0);
        subscribe(central, machine);
        machine.send("<presence type='unsubscribed' to='" + CENTRAL + "'/>");
        central.expectPresence(MACHINE + "/agent", "unavailable");
        central.expectPresence(MACHINE, "unsubscribed");
        assertEquals("none", item(central, MACHINE).get("subscription"));
        assertEquals("none", item(machine, CENTRAL).get("subscription"));
    }

    @Test
    void removingAContactEndsBothDirections() throws Exception {
        RawClient central = online("windows", "central", 0);
        RawClient machine = online("a201b7", "agent", 0);
        subscribe(central, machine);
        subscribe(machine, central);
        central.send("<iq type='set' id='r'><query xmlns='jabber:iq:roster'><item jid='" + MACHINE
                + "' subscription='remove'/></query></iq>");
        central.expectReply("r");
        assertNull(item(central, MACHINE));
        assertEquals("none", item(machine, CENTRAL).get("subscription"));
    }

    @Test
    void aRosterSetKeepsNameAndGroupsAndIsPushed() throws Exception {
        RawClient central = signedIn("windows", "central");
        RawClient other = signedIn("windows", "other");
        roster(other);
        central.send("<iq type='set' id='r'><query xmlns='jabber:iq:roster'><item jid='" + MACHINE
                + "' name='B7'><group>A201</group></item></query></iq>");
        central.expectReply("r");
        Element item = pushed(other);
        assertEquals("B7", item.get("name"));
        assertEquals("A201", item.first().text());
    }

    @Test
    void directedPresenceReachesAStrangerAndItsEndToo() throws Exception {
        RawClient central = online("windows", "central", 0);
        RawClient stranger = signedIn("a201c4", "x");
        stranger.send("<presence to='windows@demo.rollcall/central'/>");
        central.expectPresence("a201c4@demo.rollcall/x", null);
        server.cut(stranger.jid());
        central.expectPresence("a201c4@demo.rollcall/x", "unavailable");
    }

    @Test
    void aProbeIsAnsweredToSubscribersOnly() throws Exception {
        RawClient machine = online("a201b7", "agent", 0);
        RawClient central = online("windows", "central", 0);
        subscribe(central, machine);
        central.send("<presence type='probe' to='" + MACHINE + "'/>");
        central.expectPresence(MACHINE + "/agent", null);
        RawClient stranger = online("a201c4", "x", 0);
        stranger.send("<presence type='probe' to='" + MACHINE + "'/>");
        stranger.expectPresence(MACHINE, "unsubscribed");
    }

    /** The first one asks, the second one approves. */
    private static void subscribe(RawClient asker, RawClient approver) throws Exception {
        asker.send("<presence type='subscribe' to='" + bare(approver) + "'/>");
        approver.expectPresence(bare(asker), "subscribe");
        approver.send("<presence type='subscribed' to='" + bare(asker) + "'/>");
        asker.expectPresence(approver.jid(), null);
    }

    private static String bare(RawClient client) {
        return client.jid().substring(0, client.jid().indexOf('/'));
    }

    private static List<Element> roster(RawClient client) throws Exception {
        client.send("<iq type='get' id='roster'><query xmlns='jabber:iq:roster'/></iq>");
        return client.expectReply("roster").first().children();
    }

    private static Element item(RawClient client, String contact) throws Exception {
        return roster(client).stream()
                .filter(item -> contact.equals(item.get("jid")))
                .findFirst()
                .orElse(null);
    }

    private static Element pushed(RawClient client) throws Exception {
        return client.expect("a roster push", e -> e.name().equals("iq") && "set".equals(e.get("type")))
                .first()
                .first();
    }
}
