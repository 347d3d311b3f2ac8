package org.rollcall.tests.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.jivesoftware.smack.roster.packet.RosterPacket;
import org.junit.jupiter.api.Test;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.FaultProxy;
import org.rollcall.tests.fixture.Names;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.xmpp.link.LinkFailure.Kind;
import org.rollcall.xmpp.link.LinkSettings;

/** A minute in which the network is silent, and links that ping and retry as they do out of the box. */
class PulledCableIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration SILENT = Duration.ofSeconds(60);
    private static final Duration NOTICED = LinkSettings.DEFAULT_PING_EVERY
            .plus(LinkSettings.DEFAULT_PING_TIMEOUT)
            .plusSeconds(5);

    /** The way to one server. */
    private static final class Cable implements AutoCloseable {
        private final FaultProxy proxy;
        private final WatchedLink watched;

        Cable(ServerKind kind) {
            XmppServer server = kind.shared();
            String user = Names.machine();
            server.createAccount(user, "pencil");
            proxy = new FaultProxy(server.port());
            watched = WatchedLink.byDefault(server, proxy.port(), user, "pencil");
        }

        @Override
        public void close() {
            watched.close();
            proxy.close();
        }
    }

    @Test
    void isNoticedByAPingAndTheLinkIsBackSoonAfterIt() throws Exception {
        try (Cable prosody = new Cable(ServerKind.PROSODY);
                Cable ejabberd = new Cable(ServerKind.EJABBERD)) {
            List<Cable> cables = List.of(prosody, ejabberd);
            cables.forEach(cable -> cable.watched.start().awaitUp(SOON));

            long pulled = System.nanoTime();
            cables.forEach(cable -> cable.proxy.blackhole());

            for (Cable cable : cables) {
                WatchedLink.Down down = cable.watched.awaitDown(NOTICED);
                assertEquals(Kind.LOST, down.failure().kind());
                assertTrue(down.failure().sentence().contains("has not answered a ping"), down.failure()::sentence);
                assertTrue(down.nanos() - pulled < NOTICED.toNanos());
                // A try in the dark, which waits for an answer for 10 s.
                assertEquals(
                        Kind.NOT_XMPP, cable.watched.awaitDown(SOON).failure().kind());
            }
            Await.until("the minute's end", SILENT, () -> System.nanoTime() - pulled > SILENT.toNanos());
            cables.forEach(cable -> assertFalse(cable.watched.link.isUp()));
            cables.forEach(cable -> cable.proxy.forward());

            for (Cable cable : cables) {
                cable.watched.awaitUp(SOON);
                Await.until("the link is up", SOON, cable.watched.link::isUp);
                cable.watched.link.connection().sendIqRequestAndWaitForResponse(new RosterPacket());
            }
        }
    }
}
