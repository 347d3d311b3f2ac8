package org.rollcall.xmpp.asking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jivesoftware.smack.SmackException.NotConnectedException;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.link.SmackLink;
import org.rollcall.xmpp.settings.XmppSettings;

class RequestsTest {
    private static final Jid SERVER = JidCreate.fromOrThrowUnchecked("loopback.test");
    private static final Duration LONG = Duration.ofMinutes(5);

    private LoopbackServer server;
    private SmackLink link;
    private Requests requests;

    @BeforeEach
    void signIn() throws Exception {
        server = LoopbackServer.builder()
                .domain("loopback.test")
                .account("windows", "secret")
                .start();
        link = new SmackLink(new XmppSettings(
                        "loopback.test",
                        server.host(),
                        server.port(),
                        "windows",
                        "secret"::toCharArray,
                        "central",
                        null,
                        server.certificateSha256(),
                        null,
                        null,
                        false)
                .toLink(0));
        CountDownLatch up = new CountDownLatch(1);
        link.addListener(new LinkListener() {
            @Override
            public void up(XMPPConnection connection) {
                up.countDown();
            }
        });
        requests = Requests.on(link.connection());
        link.start();
        assertTrue(up.await(30, TimeUnit.SECONDS));
        await(link::isUp);
    }

    @AfterEach
    void end() {
        link.close();
        server.close();
    }

    @Test
    void anAnswerComes() throws Exception {
        assertEquals(IQ.Type.result, ask(new Ping(SERVER), LONG).getType());
    }

    @Test
    void aRefusalIsTheServersOwn() {
        Ping toNobody = new Ping(JidCreate.fromOrThrowUnchecked("a201b7@loopback.test/agent"));

        Throwable failure = failure(toNobody, LONG);

        StanzaError.Condition said = assertInstanceOf(XMPPErrorException.class, failure)
                .getStanzaError()
                .getCondition();
        assertEquals(StanzaError.Condition.service_unavailable, said);
    }

    @Test
    void whoDoesNotAnswerIsNotWaitedForAnyLonger() {
        server.freeze("windows@loopback.test/central");

        assertInstanceOf(TimeoutException.class, failure(new Ping(SERVER), Duration.ofMillis(50)));
    }

    @Test
    void withoutALinkThatIsSaidAtOnce() {
        link.close();

        assertInstanceOf(NotConnectedException.class, failure(new Ping(SERVER), LONG));
    }

    @Test
    void anAnswerIsLetGoOfLongBeforeItsTimeIsUp() throws Exception {
        WeakReference<IQ> answer = new WeakReference<>(ask(new Ping(SERVER), LONG));

        await(() -> {
            System.gc();
            return answer.get() == null;
        });
    }

    private IQ ask(IQ question, Duration within) throws Exception {
        return requests.ask(question, within).toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private Throwable failure(IQ question, Duration within) {
        return assertThrows(ExecutionException.class, () -> ask(question, within))
                .getCause();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "not within 30 s");
            LockSupport.parkNanos(5_000_000);
        }
    }
}
