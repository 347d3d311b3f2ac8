package org.rollcall.agent.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.stanza.Enrolment;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.XmlNode;

class RepliesTest {
    private static final Jid CENTRAL = JidCreate.fromOrThrowUnchecked("windows@iut.rdz/central");

    private final Replies replies = new Replies("a201b7@iut.rdz", "enrol", CENTRAL);
    private final NodeIq question = NodeIq.set(CENTRAL, XmlNode.rollcall("enrol"));

    @Test
    void enrolledIsOnlyWhoHasTheAccountThatItWillSignInAs() {
        assertEquals(Reply.Kind.ENROLLED, said(Enrolment.done("a201b7@iut.rdz")).kind());
        Reply other = said(Enrolment.done("a201b8@iut.rdz"));
        assertEquals(Reply.Kind.NOT_SO, other.kind());
        assertTrue(other.sentence().contains("a201b8@iut.rdz"), other.sentence());
    }

    @Test
    void whatItWaitsForIsSaidAlsoWhenANewerCentralHasAReasonOfItsOwn() {
        Reply hardware = said(Enrolment.waiting(Enrolment.Reasons.HARDWARE, Duration.ofSeconds(60)));
        assertEquals("waiting for an administrator: the name is known with other hardware", hardware.sentence());
        assertEquals(Duration.ofSeconds(60), hardware.retryAfter());
        assertEquals(
                "waiting (moon)",
                said(Enrolment.waiting("moon", Duration.ofSeconds(1))).sentence());
    }

    @Test
    void eachRefusalHasItsSentence() {
        refused(StanzaError.Condition.service_unavailable, Reply.Kind.NOT_NOW, "is not there");
        refused(StanzaError.Condition.internal_server_error, Reply.Kind.NOT_NOW, "could not enrol this machine");
        refused(StanzaError.Condition.forbidden, Reply.Kind.NOT_SO, "enrol.account");
        refused(StanzaError.Condition.item_not_found, Reply.Kind.NOT_SO, "refuses to enrol this machine");
        refused(StanzaError.Condition.feature_not_implemented, Reply.Kind.NOT_SO, "enrols no machines");
    }

    @Test
    void anAnswerThatCannotBeReadIsOne() {
        Reply nothing = replies.of(NodeIq.result(question, XmlNode.rollcall("enrolment")));
        assertEquals(Reply.Kind.NOT_SO, nothing.kind());
        assertTrue(nothing.sentence().contains("cannot be read"), nothing.sentence());
    }

    @Test
    void aWrongSecretWaitsForSomebodyAndTheNetworkForItself() {
        assertEquals(
                Reply.Kind.NOT_SO,
                Replies.failed(new LinkFailure(LinkFailure.Kind.PASSWORD, "wrong"))
                        .kind());
        assertEquals(
                Reply.Kind.NOT_NOW,
                Replies.failed(new LinkFailure(LinkFailure.Kind.REFUSED, "down"))
                        .kind());
    }

    private Reply said(Enrolment enrolment) {
        return replies.of(NodeIq.result(question, enrolment.toXml()));
    }

    private void refused(StanzaError.Condition condition, Reply.Kind kind, String words) {
        IQ error = NodeIq.error(question, StanzaError.getBuilder(condition).build());
        Reply reply = replies.of(error);
        assertEquals(kind, reply.kind());
        assertTrue(reply.sentence().contains(words), reply.sentence());
    }
}
