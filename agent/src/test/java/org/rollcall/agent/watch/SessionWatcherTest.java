package org.rollcall.agent.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rollcall.agent.watch.Sessions.console;
import static org.rollcall.agent.watch.Sessions.left;
import static org.rollcall.agent.watch.Sessions.locked;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.agent.host.Session;
import org.rollcall.agent.journal.Heartbeat;
import org.rollcall.agent.journal.Journal;
import org.rollcall.agent.journal.TestJournals;
import org.rollcall.xmpp.stanza.Event;

class SessionWatcherTest {
    private static final Session KEVIN = console(1, "kevin.marchais");
    private static final Session YOANN = console(2, "yoann.pertaza");
    private static final Duration POLL = Duration.ofSeconds(5);

    @TempDir
    Path temp;

    private final TestTime time = new TestTime("2026-11-22T12:10:00Z");
    private final WatchedHost host = new WatchedHost();
    private final Heard heard = new Heard();
    private Journal journal;
    private SessionWatcher watcher;

    @Test
    void theFirstEventNamesTheJournalBeforeAndItsLastSeqAndTheLastSignOfLife() throws Exception {
        start();
        host.has(KEVIN);
        poll();
        String first = journal.id();
        Instant lastSign = time.instant();
        crash();
        time.pass(Duration.ofHours(1));
        start();
        Event start = events().get(2);
        assertEquals("start", start.kind());
        assertEquals(first, start.attributes().get("previous"));
        assertEquals("2", start.attributes().get("previous-seq"));
        assertEquals(lastSign.toString(), start.attributes().get("last-sign"));
        assertEquals("2026-11-22T06:58:12Z", start.attributes().get("boot"));
    }

    @Test
    void aSessionKeepsItsUidAcrossARestartAndIsNotLoggedOnTwice() throws Exception {
        start();
        host.has(KEVIN, YOANN);
        poll();
        host.has(locked(KEVIN, true), left(YOANN));
        poll();
        List<KnownSession> before = heard.sessions;
        crash();
        start();
        poll();
        assertEquals(List.of("start", "logon", "logon", "lock", "disconnect", "start"), kinds());
        assertEquals(before, heard.sessions);
    }

    @Test
    void whatChangedWhileNoAgentRanIsToldAtTheNextStart() throws Exception {
        start();
        host.has(KEVIN);
        poll();
        Instant lastSign = time.instant();
        crash();
        time.pass(Duration.ofHours(14));
        host.has(YOANN);
        start();
        poll();
        assertEquals(List.of("start", "logon", "start", "logoff", "logon"), kinds());
        Event logoff = events().get(3);
        assertEquals(lastSign, logoff.at());
        assertEquals("agent-off", logoff.attributes().get("reason"));
    }

    @Test
    void aReadingThatFailsChangesNothing() throws Exception {
        start();
        host.has(KEVIN);
        poll();
        host.cannotBeRead();
        for (int i = 0; i < 6; i++) {
            poll();
        }
        assertEquals(List.of("start", "logon"), kinds());
        assertEquals(1, heard.sessions.size());
        host.has(KEVIN);
        poll();
        assertEquals(List.of("start", "logon"), kinds());
    }

    @Test
    void beforeTheFirstGoodReadingNobodyIsLoggedOff() throws Exception {
        start();
        host.has(KEVIN);
        poll();
        crash();
        host.cannotBeRead();
        start();
        poll();
        assertTrue(heard.unreadable);
        host.has(KEVIN);
        poll();
        assertEquals(List.of("start", "logon", "start"), kinds());
    }

    @Test
    void goingToSleepIsToldBeforeAndWakingUpAfter() throws Exception {
        start();
        host.has(KEVIN);
        poll();
        watcher.suspending();
        assertEquals(List.of("sleeping"), heard.words);
        host.has();
        poll();
        assertEquals(List.of("start", "logon", "sleep"), kinds());
        time.pass(Duration.ofHours(14));
        watcher.resumed();
        host.has(KEVIN);
        poll();
        assertEquals(List.of("start", "logon", "sleep", "resume"), kinds());
        assertEquals(List.of("sleeping", "awake"), heard.words);
        assertEquals(time.instant(), heard.up);
    }

    @Test
    void wakingUpIsToldOnceHoweverOftenTheSystemSaysSo() throws Exception {
        start();
        host.has();
        poll();
        watcher.suspending();
        watcher.suspending();
        time.pass(Duration.ofHours(14));
        watcher.resumed();
        poll();
        watcher.resumed();
        poll();
        assertEquals(List.of("start", "sleep", "resume"), kinds());
        watcher.suspending();
        watcher.resumed();
        poll();
        assertEquals(List.of("start", "sleep", "resume", "sleep", "resume"), kinds());
    }

    @Test
    void aResumeThatCameWithoutASuspendIsBelieved() throws Exception {
        start();
        host.has();
        poll();
        Instant before = time.instant();
        watcher.resumed();
        poll();
        assertEquals(List.of("start", "sleep", "resume"), kinds());
        assertEquals(before, events().get(1).at());
    }

    @Test
    void aSleepThatWasCalledOffEndsByItself() throws Exception {
        start();
        host.has();
        poll();
        watcher.suspending();
        for (int i = 0; i < 13; i++) {
            poll();
        }
        assertEquals(List.of("start", "sleep", "resume"), kinds());
    }

    @Test
    void aSleepThatNobodyForetoldIsNoticedAfterwards() throws Exception {
        start();
        host.has();
        poll();
        Instant before = time.instant();
        time.pass(Duration.ofHours(9));
        watcher.tick(false);
        assertEquals(List.of("start", "sleep", "resume"), kinds());
        assertEquals(before, events().get(1).at());
        assertEquals("noticed-late", events().get(1).attributes().get("reason"));
        assertEquals(List.of("awake"), heard.words);
    }

    @Test
    void aClockPutForwardOrBackIsNotedAndBreaksNeitherOrderNorDurations() throws Exception {
        start();
        host.has(KEVIN);
        poll();
        time.step(Duration.ofHours(1));
        poll();
        time.step(Duration.ofHours(-2));
        poll();
        crash();
        start();
        poll();
        host.has();
        poll();
        assertEquals(List.of("start", "logon", "clock", "clock", "start", "logoff"), kinds());
        assertEquals("3600", events().get(2).attributes().get("stepped"));
        assertEquals("-7200", events().get(3).attributes().get("stepped"));
        // Logged on at 12:09:56, seen at 12:10:05 first, gone four polls later.
        assertEquals("29", events().get(5).attributes().get("lasted"));
        assertEquals(List.of(), heard.words);
    }

    @Test
    void whatAPollFoundBeforeAnyNotificationIsCounted() throws Exception {
        start();
        host.has();
        poll();
        host.has(KEVIN);
        poll();
        host.has(KEVIN, YOANN);
        watcher.tick(true);
        assertEquals(1, watcher.foundByPolling());
        assertEquals(1, watcher.foundByNotification());
    }

    @Test
    void stoppingIsTheLastEventAndHappensOnce() throws Exception {
        start();
        host.has(KEVIN);
        poll();
        watcher.close();
        watcher.close();
        watcher.suspending();
        assertEquals(List.of("start", "logon", "stop"), kinds());
    }

    @Test
    void aNotificationIsReadAtOnceAndAPollFindsTheRest() throws Exception {
        journal = TestJournals.in(temp);
        try (SessionWatcher live = watcher(Duration.ofMillis(50))) {
            live.start();
            heard.awaitSessions(0);
            host.has(KEVIN);
            live.sessionsChanged();
            heard.awaitSessions(1);
            host.has();
            heard.awaitSessions(0);
        }
        assertEquals(List.of("start", "logon", "logoff", "stop"), kinds());
    }

    @Test
    void whateverHappensAndWheneverItIsKilledHistoryAndStateAgree() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        start(32 * 1024);
        for (int step = 0; step < 400; step++) {
            List<Session> now = new ArrayList<>();
            for (int id = 1; id <= 4; id++) {
                int dice = random.nextInt(4);
                Session session = console(id, "user-" + random.nextInt(2));
                if (dice > 0) {
                    now.add(dice == 1 ? left(session) : locked(session, dice == 2));
                }
            }
            host.has(now.toArray(Session[]::new));
            poll();
            if (random.nextInt(20) == 0) {
                crash();
                start(32 * 1024);
                poll();
            }
            assertEquals(uids(heard.sessions), uids(historyOnDisk()), "seed " + seed + ", step " + step);
        }
    }

    private List<KnownSession> historyOnDisk() throws Exception {
        try (Journal next = TestJournals.in(temp)) {
            return new SessionHistory(next.recovered()).sessions();
        }
    }

    private static List<String> uids(List<KnownSession> sessions) {
        return sessions.stream()
                .map(known -> known.uid()
                        + known.session().user()
                        + known.session().state()
                        + known.session().locked())
                .sorted()
                .toList();
    }

    private void start() throws Exception {
        start(Journal.DEFAULT_BOUND);
    }

    private void start(long bound) throws Exception {
        journal = TestJournals.in(temp, bound);
        watcher = watcher(POLL);
        watcher.begin();
    }

    private SessionWatcher watcher(Duration every) {
        return new SessionWatcher(
                host, journal, new Heartbeat(temp.resolve("heartbeat")), () -> every, time, time, heard);
    }

    private void poll() {
        time.pass(POLL);
        watcher.tick(false);
    }

    /** The process is gone; what it had open is as it was. */
    private void crash() {
        journal.close();
    }

    private List<Event> events() {
        return journal.latest(100);
    }

    private List<String> kinds() {
        return events().stream().map(Event::kind).toList();
    }

    private static final class Heard implements WatchListener {
        private List<KnownSession> sessions;
        private Instant up;
        private boolean unreadable;
        private final List<String> words = new ArrayList<>();

        @Override
        public synchronized void state(List<KnownSession> now, Instant since) {
            sessions = now;
            up = since;
            notifyAll();
        }

        @Override
        public void unreadable() {
            unreadable = true;
        }

        @Override
        public void sleeping() {
            words.add("sleeping");
        }

        @Override
        public void awake() {
            words.add("awake");
        }

        synchronized void awaitSessions(int count) throws InterruptedException {
            long deadline = System.nanoTime() + 10_000_000_000L;
            while (sessions == null || sessions.size() != count) {
                assertFalse(System.nanoTime() > deadline, "never had " + count + " sessions");
                wait(100);
            }
        }
    }
}
