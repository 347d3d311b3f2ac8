package org.rollcall.xmpp.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rollcall.xmpp.link.Registration.Outcome;
import org.rollcall.xmpp.link.Registration.Result;
import org.rollcall.xmpp.link.ScriptedServer.Conversation;

class RegistrationTest {
    private static final String INVITES = "<register xmlns='urn:xmpp:ibr-token:0'/>";
    private static final String SCRAM =
            "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>SCRAM-SHA-256</mechanism></mechanisms>";
    private static final String STANZAS = " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>";

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final char[] password = "a<b&c".toCharArray();

    @Test
    void theTokenIsShownThenTheAccountIsMade() throws Exception {
        Outcome outcome = answered(null, null);
        assertEquals(Result.REGISTERED, outcome.result());
        assertNull(outcome.failure());
        String preauth = heard.poll(10, TimeUnit.SECONDS);
        assertTrue(preauth.contains("<preauth xmlns='urn:xmpp:pars:0' token='t-1'/>"), preauth);
        String register = heard.poll(10, TimeUnit.SECONDS);
        assertTrue(
                register.contains("<query xmlns='jabber:iq:register'><password>a&lt;b&amp;c</password>"
                        + "<username>a201b7</username></query>"),
                register);
        assertArrayEquals(new char[5], password, "it is overwritten");
    }

    @Test
    void anInvitationThatTheServerDoesNotAcceptEndsIt() throws Exception {
        Outcome outcome = answered(
                "<error type='cancel'><forbidden" + STANZAS
                        + "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>It has expired</text></error>",
                null);
        assertEquals(Result.INVITATION_REFUSED, outcome.result());
        assertEquals("It has expired", outcome.said());
        assertEquals(1, heard.size());
        assertEquals(
                Result.INVITATION_REFUSED,
                answered("<error type='cancel'><item-not-found" + STANZAS + "</error>", null)
                        .result());
    }

    @Test
    void whatTheServerMakesOfTheName() throws Exception {
        assertEquals(
                List.of(Result.NAME_TAKEN, Result.LATER, Result.REFUSED),
                List.of(
                        answered(null, "<error type='cancel'><conflict" + STANZAS + "</error>")
                                .result(),
                        answered(null, "<error type='wait'><not-acceptable" + STANZAS + "</error>")
                                .result(),
                        answered(null, "<error type='modify'><not-acceptable" + STANZAS + "</error>")
                                .result()));
    }

    @Test
    void aServerWithoutInvitationsIsNotShownTheToken() throws Exception {
        Outcome outcome = with("", conversation -> heard.add(conversation.expect("t-1")));
        assertEquals(Result.NOT_OFFERED, outcome.result());
        assertEquals(0, heard.size());
    }

    @Test
    void aServerThatGoesAwayIsAFailureOfTheNetwork() throws Exception {
        Outcome outcome = with(INVITES, conversation -> {
            conversation.expect("</iq>");
            conversation.close();
        });
        assertEquals(Result.FAILED, outcome.result());
        assertEquals(LinkFailure.Kind.CLOSED_BY_SERVER, outcome.failure().kind());
    }

    /** Null: the server agrees. */
    private Outcome answered(String toToken, String toAccount) throws Exception {
        return with(INVITES, conversation -> {
            answer(conversation, toToken);
            if (toToken == null) {
                answer(conversation, toAccount);
            }
            conversation.awaitEnd();
        });
    }

    private void answer(Conversation conversation, String error) throws IOException {
        String question = conversation.expect("</iq>");
        heard.add(question);
        String id = Conversation.attribute(question.substring(0, question.indexOf('>')), "id");
        conversation.send("<iq id='" + id + "' type='" + (error == null ? "result'/>" : "error'>" + error + "</iq>"));
    }

    private Outcome with(String features, ScriptedServer.Script then) throws Exception {
        try (ScriptedServer server = new ScriptedServer(conversation -> {
            conversation.startTls("server");
            conversation.openStream(SCRAM + features);
            then.follow(conversation);
        })) {
            LinkSettings settings = LinkTester.settings(
                    "127.0.0.1", server.port(), TestCertificates.file("ca.pem"), null, false, () -> password);
            Outcome outcome = Registration.register(settings, "t-1", List::of, Duration.ofSeconds(20));
            assertNull(server.broken());
            return outcome;
        }
    }
}
