package org.rollcall.tests.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.FaultProxy;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.tests.link.WatchedLink;

/** How soon the link, as it comes, notices what is wrong, and how soon it is back once that is over. */
final class LinkFaults {
    private static final String USER = "a201b7";
    private static final String PASSWORD = "pencil";
    private static final Duration LIMIT = Duration.ofMinutes(6);
    private static final Duration PULLED = Duration.ofSeconds(60);
    private static final Duration DOWN = Duration.ofSeconds(5);

    private final ServerKind kind;
    private final Report report;

    LinkFaults(ServerKind kind, Report report) {
        this.kind = kind;
        this.report = report;
    }

    private interface Fault {
        void happen(XmppServer server, FaultProxy proxy, WatchedLink link);
    }

    void measure() {
        try (XmppServer server = kind.start();
                FaultProxy proxy = new FaultProxy(server.port())) {
            server.createAccount(USER, PASSWORD);
            for (Fault fault : List.<Fault>of(this::restart, this::reset, this::pulledCable)) {
                // A link of its own for each: else the wait grows, as with a link that breaks every few seconds.
                try (WatchedLink link = WatchedLink.byDefault(server, proxy.port(), USER, PASSWORD)
                        .start()) {
                    link.awaitUp(LIMIT);
                    fault.happen(server, proxy, link);
                }
            }
            wrongPassword(server);
            renewedCertificate(server);
        }
    }

    private void restart(XmppServer server, FaultProxy proxy, WatchedLink link) {
        long begin = System.nanoTime();
        server.stop();
        long noticed = link.awaitDown(LIMIT).nanos();
        pause(DOWN);
        server.start();
        long over = System.nanoTime();
        add("server stopped for " + DOWN.toSeconds() + " s", begin, noticed, over, link.awaitUp(LIMIT));
    }

    private void reset(XmppServer server, FaultProxy proxy, WatchedLink link) {
        long begin = System.nanoTime();
        proxy.reset();
        add("connection reset", begin, link.awaitDown(LIMIT).nanos(), begin, link.awaitUp(LIMIT));
    }

    private void pulledCable(XmppServer server, FaultProxy proxy, WatchedLink link) {
        long begin = System.nanoTime();
        proxy.blackhole();
        long noticed = link.awaitDown(LIMIT).nanos();
        pause(PULLED.minusNanos(System.nanoTime() - begin));
        proxy.forward();
        long over = System.nanoTime();
        add("cable pulled for " + PULLED.toSeconds() + " s", begin, noticed, over, link.awaitUp(LIMIT));
    }

    private void wrongPassword(XmppServer server) {
        server.setPassword(USER, "the wrong one");
        try (WatchedLink link = WatchedLink.byDefault(server, server.port(), USER, PASSWORD)) {
            long begin = System.nanoTime();
            long noticed = link.start().awaitDown(LIMIT).nanos();
            server.setPassword(USER, PASSWORD);
            add("wrong password, put right on the server", begin, noticed, System.nanoTime(), link.awaitUp(LIMIT));
        }
    }

    private void renewedCertificate(XmppServer server) {
        server.useCertificate(server.ca().expired(server.domain()));
        try (WatchedLink link = WatchedLink.byDefault(server, server.port(), USER, PASSWORD)) {
            long begin = System.nanoTime();
            long noticed = link.start().awaitDown(LIMIT).nanos();
            // ejabberd knows a changed file by its time, in seconds.
            pause(Duration.ofMillis(1100));
            server.renewCertificate();
            add("certificate expired, then renewed", begin, noticed, System.nanoTime(), link.awaitUp(LIMIT));
        }
    }

    private void add(String what, long begin, long noticed, long over, long back) {
        report.add(
                what + ": noticed after / back after its end",
                kind.toString(),
                seconds(noticed - begin) + " / " + seconds(back - over),
                "");
    }

    private static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Await.until("a pause of " + time, LIMIT, () -> System.nanoTime() - end >= 0);
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
}
