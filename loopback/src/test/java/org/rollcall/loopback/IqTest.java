package org.rollcall.loopback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.rollcall.loopback.xml.Element;

class IqTest extends ServerFixture {

    @Test
    void aStrangersQuestionReachesAResourceAndItsAnswerComesBack() throws Exception {
        RawClient machine = signedIn("a201b7", "agent");
        RawClient asker = signedIn("a201c4", "x");
        asker.send("<iq type='get' id='q' from='windows@demo.rollcall/central' to='a201b7@demo.rollcall/agent'>"
                + "<ask xmlns='urn:rollcall:1' command='host'/></iq>");
        Element question = machine.expectReply("q");
        assertEquals("a201c4@demo.rollcall/x", question.get("from"), "the sender cannot be forged");
        machine.send(
                "<iq type='result' id='q' to='a201c4@demo.rollcall/x'><answer xmlns='urn:rollcall:1' rows='1'>a\tb &lt;"
                        + "</answer></iq>");
        Element answer = asker.expectReply("q");
        assertEquals("a\tb <", answer.first().text());
        assertEquals("urn:rollcall:1", answer.first().namespace());
    }

    @Test
    void anAbsentResourceIsServiceUnavailableAtOnce() throws Exception {
        online("a201b7", "other", 0);
        RawClient asker = signedIn("windows", "x");
        asker.send(ping("a201b7@demo.rollcall/agent"));
        assertEquals("service-unavailable", asker.expectError("p"));
    }

    @Test
    void anUnknownAccountLooksTheSameAsOneThatIsOff() throws Exception {
        RawClient asker = signedIn("windows", "x");
        asker.send(ping("nobody@demo.rollcall/agent"));
        assertEquals("service-unavailable", asker.expectError("p"));
        asker.send(ping("a201b7@demo.rollcall"));
        assertEquals("service-unavailable", asker.expectError("p"));
    }

    @Test
    void resultsForSomebodyWhoLeftAreDropped() throws Exception {
        RawClient client = signedIn("windows", "x");
        client.send("<iq type='result' id='r' to='a201b7@demo.rollcall/agent'/>");
        assertTrue(client.sync().isEmpty());
    }

    @Test
    void theServerAnswersPingAndDisco() throws Exception {
        RawClient client = signedIn("windows", "x");
        client.send(ping("demo.rollcall"));
        assertEquals("result", client.expectReply("p").get("type"));
        client.send(
                "<iq type='get' id='d' to='demo.rollcall'><query xmlns='http://jabber.org/protocol/disco#info'/></iq>");
        Element info = client.expectReply("d").first();
        assertEquals("server", info.first().get("category"));
        assertTrue(info.children().stream().anyMatch(f -> "urn:xmpp:ping".equals(f.get("var"))));
    }

    @Test
    void whatTheServerDoesNotKnowIsServiceUnavailable() throws Exception {
        RawClient client = signedIn("windows", "x");
        client.send("<iq type='get' id='v' to='demo.rollcall'><query xmlns='jabber:iq:version'/></iq>");
        assertEquals("service-unavailable", client.expectError("v"));
    }

    @Test
    void aRequestWithoutExactlyOneChildIsABadRequest() throws Exception {
        RawClient client = signedIn("windows", "x");
        client.send("<iq type='get' id='v' to='demo.rollcall'/>");
        assertEquals("bad-request", client.expectError("v"));
    }

    @Test
    void foreignAttributesAndLanguageSurviveTheWay() throws Exception {
        RawClient machine = signedIn("a201b7", "agent");
        RawClient asker = signedIn("windows", "x");
        asker.send("<iq type='get' id='q' to='a201b7@demo.rollcall/agent' xml:lang='fr'><ask xmlns='urn:rollcall:1' "
                + "xmlns:o='urn:other' o:key='a&#10;b'/></iq>");
        Element question = machine.expectReply("q");
        assertEquals("fr", question.get("xml:lang"));
        assertEquals("a\nb", question.first().get("{urn:other}key"));
    }

    @Test
    void anAdministratorAddsAnAccountAndSetsItsPassword() throws Exception {
        RawClient admin = signedIn("admin", "x");
        admin.send(command(AdminCommands.ADD_USER, ""));
        Element form = admin.expectReply("c").first();
        assertEquals("executing", form.get("status"));
        assertNotNull(form.child("x", "jabber:x:data"));
        admin.send(command(AdminCommands.ADD_USER, form("b105a1@demo.rollcall", "first", true)));
        assertEquals("completed", admin.expectReply("c").first().get("status"));
        admin.send(command(AdminCommands.ADD_USER, form("b105a1@demo.rollcall", "again", true)));
        assertEquals("conflict", admin.expectError("c"));
        admin.send(command(AdminCommands.CHANGE_PASSWORD, form("b105a1@demo.rollcall", "pw", false)));
        assertEquals("completed", admin.expectReply("c").first().get("status"));
        assertEquals("b105a1@demo.rollcall/agent", signedIn("b105a1", "agent").jid());
    }

    @Test
    void nobodyElseMayAddAccounts() throws Exception {
        RawClient client = signedIn("windows", "x");
        client.send(command(AdminCommands.ADD_USER, form("b105a1@demo.rollcall", "pw", true)));
        assertEquals("forbidden", client.expectError("c"));
        client.send(ping("b105a1@demo.rollcall/agent"));
        assertEquals("service-unavailable", client.expectError("p"));
    }

    private static String ping(String to) {
        return "<iq type='get' id='p' to='" + to + "'><ping xmlns='urn:xmpp:ping'/></iq>";
    }

    private static String command(String node, String content) {
        return "<iq type='set' id='c' to='demo.rollcall'><command xmlns='http://jabber.org/protocol/commands' node='"
                + node + "'>" + content + "</command></iq>";
    }

    private static String form(String jid, String password, boolean verify) {
        return "<x xmlns='jabber:x:data' type='submit'>" + field("accountjid", jid) + field("password", password)
                + (verify ? field("password-verify", password) : "") + "</x>";
    }

    private static String field(String variable, String value) {
        return "<field var='" + variable + "'><value>" + value + "</value></field>";
    }
}
