package org.rollcall.xmpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jivesoftware.smack.SmackException.NotConnectedException;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.xmpp.link.LinkFailure.Kind;
import org.rollcall.xmpp.link.ScriptedServer.Conversation;
import org.rollcall.xmpp.link.ScriptedServer.Script;

class SmackLinkTest {
    private static final String PING_RESULT = "<iq type='result' id='%s' from='iut.example'/>";

    @Test
    void itSignsInAndSaysSoBeforeAnythingElseIsSent() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        Script script = c -> {
            c.signIn();
            heard.add(c.expect("</message>"));
            heard.add(c.expect("</message>"));
            answerPings(c);
        };
        try (ScriptedServer server = new ScriptedServer(script);
                LinkTester tester = new LinkTester(LinkTester.settings(server.port()))) {
            CountDownLatch triedToo = new CountDownLatch(1);
            tester.link.addListener(new LinkListener() {
                @Override
                public void up(XMPPConnection connection) {
                    assertFalse(tester.link.isUp());
                    Thread other = new Thread(() -> {
                        assertFalse(tester.link.trySend(message("too early")));
                        triedToo.countDown();
                    });
                    other.start();
                    await(triedToo);
                    assertTrue(tester.link.trySend(message("state")));
                }
            });
            tester.start().awaitUp();

            assertTrue(heard(heard).contains("state"));
            awaitTrue(tester.link::isUp);
            assertEquals(
                    "a201b7@iut.example/agent", tester.link.jid().orElseThrow().toString());
            assertEquals(Optional.empty(), tester.link.failure());
            assertTrue(tester.link.trySend(message("later")));
            assertTrue(heard(heard).contains("later"));
            assertEquals(0, triedToo.getCount());
            assertNull(server.broken());
        }
    }

    @Test
    void itComesBackAfterResetCloseAndRestart() throws Exception {
        Script systemShutdown = c -> {
            c.signIn();
            c.send("<stream:error><system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>"
                    + "</stream:stream>");
        };
        Script orderlyClose = c -> {
            c.signIn();
            c.send("</stream:stream>");
            c.awaitEnd();
        };
        Script reset = c -> {
            c.signIn();
            c.reset();
        };
        try (ScriptedServer server = new ScriptedServer(
                        reset, systemShutdown, orderlyClose, Conversation::close, SmackLinkTest::healthy);
                LinkTester tester = new LinkTester(LinkTester.settings(server.port())).start()) {
            tester.awaitUp();
            assertEquals(Kind.LOST, tester.awaitDown().kind());
            tester.awaitUp();
            assertTrue(tester.awaitDown().sentence().contains("is shutting down"));
            tester.awaitUp();
            assertTrue(tester.awaitDown().sentence().contains("closed the stream"));
            assertTrue(tester.awaitDown().sentence().contains("without a word"));
            tester.awaitUp();
            assertTrue(tester.downs.isEmpty());
        }
    }

    @Test
    void aSilentServerIsPingedAndLeftIfItDoesNotAnswer() throws Exception {
        AtomicInteger answered = new AtomicInteger();
        Script answersTwice = c -> {
            c.signIn();
            for (int i = 0; i < 2; i++) {
                answerPing(c);
                answered.incrementAndGet();
            }
            c.awaitEnd();
        };
        try (ScriptedServer server = new ScriptedServer(answersTwice, SmackLinkTest::healthy);
                LinkTester tester = new LinkTester(LinkTester.settings(server.port())).start()) {
            tester.awaitUp();
            LinkFailure failure = tester.awaitDown();

            assertEquals(Kind.LOST, failure.kind());
            assertTrue(failure.sentence().contains("has not answered a ping"), failure.sentence());
            assertEquals(2, answered.get());
            tester.awaitUp();
        }
    }

    @Test
    void afterAConflictItDoesNotChaseTheOtherAway() throws Exception {
        Script conflict = c -> {
            c.signIn();
            c.send("<stream:error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>"
                    + "</stream:stream>");
            c.awaitEnd();
        };
        try (ScriptedServer server = new ScriptedServer(conflict);
                LinkTester tester = new LinkTester(LinkTester.settings(server.port())).start()) {
            tester.awaitUp();
            LinkFailure failure = tester.awaitDown();

            assertEquals(Kind.CONFLICT, failure.kind());
            assertTrue(failure.sentence().contains("has signed in elsewhere"), failure.sentence());
            assertTrue(server.awaitConnection(0));
            assertFalse(server.awaitConnection(300));
        }
    }

    @Test
    void aPasswordPutRightIsAskedForAndUsedAtTheNextSignIn() throws Exception {
        BlockingQueue<String> passwords = new LinkedBlockingQueue<>();
        AtomicInteger asked = new AtomicInteger();
        Script checksPassword = c -> {
            c.startTls("server");
            c.offer(ScriptedServer.PLAIN);
            String auth = c.expect("</auth>");
            passwords.add(new String(Base64.getDecoder()
                    .decode(auth.substring(auth.lastIndexOf('>', auth.length() - 2) + 1, auth.length() - 7))));
            c.send("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>");
            c.awaitEnd();
        };
        try (ScriptedServer server = new ScriptedServer(checksPassword);
                LinkTester tester = new LinkTester(LinkTester.settings(
                        "127.0.0.1",
                        server.port(),
                        TestCertificates.file("ca.pem"),
                        null,
                        true,
                        () -> ("password" + asked.incrementAndGet()).toCharArray()))) {
            tester.start();
            assertEquals(Kind.PASSWORD, tester.awaitDown().kind());
            assertTrue(heard(passwords).endsWith("\0password1"));

            tester.link.reconnect("the password was changed");

            assertEquals(Kind.PASSWORD, tester.awaitDown().kind());
            assertTrue(heard(passwords).endsWith("\0password2"));
        }
    }

    @Test
    void whatAnEndedStreamLeftUnsentDoesNotOpenTheNextOne() throws Exception {
        BlockingQueue<String> opened = new LinkedBlockingQueue<>();
        CountDownLatch done = new CountDownLatch(1);
        Script readsNoMore = c -> {
            c.signIn();
            done.await();
        };
        Script next = c -> {
            opened.add(c.expect("<stream:stream"));
            c.awaitEnd();
        };
        try (ScriptedServer server = new ScriptedServer(readsNoMore, next);
                LinkTester tester = new LinkTester(LinkTester.settings(server.port())).start()) {
            tester.awaitUp();
            awaitTrue(tester.link::isUp);
            String much = "x".repeat(100_000);
            int sent = 0;
            while (tester.link.trySend(message(much)) && sent < 10_000) {
                sent++;
            }
            assertTrue(sent < 10_000, "the queue has a bound");

            tester.link.reconnect("a test");

            String first = heard(opened);
            assertTrue(first.length() < 200, () -> "the stream begins with " + first.substring(0, 200));
            assertFalse(tester.link.isUp());
            done.countDown();
        }
    }

    @Test
    void whileItIsDownNothingCanBeSentOnTheConnectionEither() throws Exception {
        CountDownLatch secondTry = new CountDownLatch(1);
        Script slowSignIn = c -> {
            c.startTls("server");
            secondTry.countDown();
            c.awaitEnd();
        };
        try (ScriptedServer server = new ScriptedServer(slowSignIn);
                LinkTester tester = new LinkTester(LinkTester.settings(server.port())).start()) {
            await(secondTry);

            assertFalse(tester.link.trySend(message("x")));
            assertThrows(
                    NotConnectedException.class,
                    () -> tester.link.connection().sendStanza(message("breaks the sign-in")));
        }
    }

    @Test
    void onlyOneConnectionIsTriedAtATimeHoweverOftenItIsAskedToReconnect() throws Exception {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger mostOpen = new AtomicInteger();
        Script counts = c -> {
            mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
            try {
                healthy(c);
            } finally {
                open.decrementAndGet();
            }
        };
        try (ScriptedServer server = new ScriptedServer(counts);
                LinkTester tester = new LinkTester(LinkTester.settings(server.port())).start()) {
            tester.awaitUp();
            for (int i = 0; i < 5; i++) {
                tester.link.reconnect("a test");
                tester.awaitUp();
            }
            // The server may see the end of one connection a little after the beginning of the next.
            assertTrue(mostOpen.get() <= 2, () -> mostOpen + " connections at a time");
        }
    }

    @Test
    void closingSaysUnavailable() throws Exception {
        BlockingQueue<String> goodbye = new LinkedBlockingQueue<>();
        Script hearsGoodbye = c -> {
            c.signIn();
            goodbye.add(c.expect("</stream:stream>"));
            c.send("</stream:stream>");
        };
        try (ScriptedServer server = new ScriptedServer(hearsGoodbye);
                LinkTester tester = new LinkTester(LinkTester.settings(server.port())).start()) {
            tester.awaitUp();
            awaitTrue(tester.link::isUp);

            tester.link.close();

            assertTrue(heard(goodbye).contains("type='unavailable'"));
            assertFalse(tester.link.isUp());
            tester.link.close();
        }
    }

    @Test
    void closingTakesTwoSecondsAtMostWhateverTheServerDoes() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Script fallsSilent = c -> {
            c.signIn();
            done.await();
        };
        Script silentFromTheStart = c -> done.await();
        for (Script script : new Script[] {fallsSilent, silentFromTheStart}) {
            try (ScriptedServer server = new ScriptedServer(script);
                    LinkTester tester = new LinkTester(LinkTester.settings(server.port())).start()) {
                assertTrue(server.awaitConnection(10_000));
                if (script == fallsSilent) {
                    tester.awaitUp();
                }
                long before = System.nanoTime();
                tester.link.close();
                Duration took = Duration.ofNanos(System.nanoTime() - before);
                // Half a second for a busy machine.
                assertTrue(took.toMillis() < 2_500, took::toString);
            }
        }
        done.countDown();
    }

    @Test
    void aListenerThatFailsDoesNotKeepTheOthersFromHearing() throws Exception {
        try (ScriptedServer server = new ScriptedServer(SmackLinkTest::healthy);
                LinkTester tester = new LinkTester(LinkTester.settings(server.port()))) {
            CountDownLatch heard = new CountDownLatch(1);
            tester.link.addListener(new LinkListener() {
                @Override
                public void up(XMPPConnection connection) {
                    throw new IllegalStateException("a bug");
                }
            });
            tester.link.addListener(new LinkListener() {
                @Override
                public void up(XMPPConnection connection) {
                    heard.countDown();
                }
            });
            tester.start();
            await(heard);
            awaitTrue(tester.link::isUp);
        }
    }

    @Test
    void aMalformedStanzaIsDroppedAndTheLinkStays() throws Exception {
        Script sendsNonsense = c -> {
            c.signIn();
            c.send("<message from='x@iut.example'><x xmlns='jabber:x:data' type='nonsense'><field/></x></message>"
                    + "<iq type='strange' id='1'/><presence type='odd' from='@@'/><message><body>");
            c.send("</body></message>");
            answerPings(c);
        };
        try (ScriptedServer server = new ScriptedServer(sendsNonsense);
                LinkTester tester = new LinkTester(LinkTester.settings(server.port())).start()) {
            tester.awaitUp();
            assertNull(tester.downs.poll(1_500, TimeUnit.MILLISECONDS));
            assertTrue(tester.link.isUp());
        }
    }

    private static void healthy(Conversation c) throws IOException, GeneralSecurityException {
        c.signIn();
        answerPings(c);
    }

    private static void answerPings(Conversation c) throws IOException {
        while (true) {
            answerPing(c);
        }
    }

    private static void answerPing(Conversation c) throws IOException {
        String ping = c.expect("</iq>");
        c.send(String.format(PING_RESULT, Conversation.attribute(ping, "id")));
    }

    private static String heard(BlockingQueue<String> queue) throws InterruptedException {
        String heard = queue.poll(30, TimeUnit.SECONDS);
        assertNotNull(heard, "nothing was heard");
        return heard;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitTrue(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "not in time");
            Thread.onSpinWait();
        }
    }

    private static Message message(String body) {
        return StanzaBuilder.buildMessage()
                .to(JidCreate.entityBareFromOrThrowUnchecked("windows@iut.example"))
                .setBody(body)
                .build();
    }
}
