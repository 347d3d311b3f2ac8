package org.rollcall.agent.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.host.SettingsChanges;
import org.rollcall.agent.journal.DataFolderException;
import org.rollcall.agent.log.AgentLog;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.agent.settings.AgentSettingsReader;
import org.rollcall.agent.settings.SettingsDifference;
import org.rollcall.xmpp.settings.EnvironmentSource;
import org.rollcall.xmpp.settings.OptionSource;
import org.rollcall.xmpp.settings.Problems;

/** Changes are told by hand; nothing here waits for a time to pass. */
class ChangedSettingsTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final Map<String, String> options = new HashMap<>(Map.of("xmpp.domain", "iut.rdz"));
    private final Map<String, String> environment = new HashMap<>(Map.of("ROLLCALL_XMPP_PASSWORD", "secret"));
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final ByHand changes = new ByHand();
    private final AtomicLong nanos = new AtomicLong();
    private String unusable;
    private boolean faulty;
    private volatile boolean dead;
    private final WaitingService service =
            new WaitingService(this::read, this::start, changes, NEVER, NEVER, nanos::get);

    @AfterEach
    void stop() {
        service.close();
        AgentLog.start(null);
    }

    @Test
    void rolesAreTakenOverByTheRunningAgent() throws Exception {
        begin();
        options.put("access.viewers", "teacher@iut.rdz");
        look();
        assertEquals("adopts [access.viewers]", said.poll());
        look();
        assertNull(said.poll(), "nothing has changed since");
    }

    @Test
    void anotherServerNeedsAnotherAgentAndTheFirstHasEndedBeforeItBegins() throws Exception {
        begin();
        options.put("xmpp.host", "other.rdz");
        look();
        assertEquals("stops", said.poll());
        assertEquals("starts at other.rdz", said.poll());
    }

    @Test
    void aChangedPasswordIsNoticedThoughNobodyCanSeeIt() throws Exception {
        begin();
        environment.put("ROLLCALL_XMPP_PASSWORD", "other");
        look();
        assertEquals("stops", said.poll());
        assertEquals("starts at null", said.poll());
    }

    @Test
    void settingsThatDoNotWorkLeaveTheOldOnesInForce() throws Exception {
        begin();
        options.put("xmpp.port", "many");
        look();
        assertNull(said.poll());
        options.put("xmpp.port", "5223");
        look();
        assertEquals("stops", said.poll());
        assertEquals("starts at null", said.poll());
    }

    @Test
    void whatOnlyTheStartFindsOutIsTakenBackAndTriedAgainAfterAWhileThatDoubles() throws Exception {
        begin();
        RecentLog log = AgentLog.start(null);
        unusable = "broken.rdz";
        options.put("xmpp.host", "broken.rdz");
        look();
        List<String> failure = List.of("stops", "fails at broken.rdz", "starts at null");
        assertEquals(failure, heard());
        assertEquals(Retry.FIRST, changes.longest);
        pass(Retry.FIRST.minusSeconds(1));
        assertEquals(List.of(), heard());
        pass(Duration.ofSeconds(1));
        assertEquals(failure, heard());
        pass(Retry.FIRST);
        assertEquals(List.of(), heard());
        pass(Retry.FIRST);
        assertEquals(failure, heard());
        String said = "Changed settings do not work, the old ones stay in force: broken";
        assertEquals(
                1, log.lines().stream().filter(line -> line.text().equals(said)).count());

        unusable = null;
        pass(Retry.LONGEST);
        assertEquals(List.of("stops", "starts at broken.rdz"), heard());
        pass(Retry.LONGEST);
        assertEquals(List.of(), heard());
        assertEquals(NEVER, changes.longest);
    }

    @Test
    void whatOnlyTheStartFindsOutIsNotTriedAgainAtOnce() throws Exception {
        begin();
        unusable = "broken.rdz";
        options.put("xmpp.host", "broken.rdz");
        look();
        assertEquals(List.of("stops", "fails at broken.rdz", "starts at null"), heard());
        look();
        assertNull(said.poll(), "the old ones stay, without another try");
        options.put("xmpp.host", "good.rdz");
        look();
        assertEquals(List.of("stops", "starts at good.rdz"), heard());
    }

    @Test
    void anAgentThatDoesNotRespondTwiceInARowEndsTheThreadAndWithItTheProcess() throws Exception {
        BlockingQueue<Throwable> ends = new LinkedBlockingQueue<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> ends.add(thrown));
        try {
            begin();
            dead = true;
            look();
            dead = false;
            look();
            dead = true;
            look();
            assertEquals(List.of(), heard());
            changes.tell();
            Throwable end = ends.poll(10, TimeUnit.SECONDS);
            assertEquals("a part of the agent does not respond any more", end.getMessage());
            assertEquals(List.of("stops"), heard());
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void theSecretThatTheAgentItselfDeletesOnceEnrolledIsNoChange() throws Exception {
        options.put("enrol.user", "enrol");
        options.put("central.jid", "windows@iut.rdz");
        environment.put("ROLLCALL_ENROL_SECRET", "hunter");
        begin();
        options.put("enrol.secret-file", "/on/a/share");
        look();
        assertEquals(List.of("stops", "starts at null"), heard());
        environment.remove("ROLLCALL_ENROL_SECRET");
        look();
        assertNull(said.poll());
        options.put("enrol.secret-file", "/on/another/share");
        look();
        assertEquals(List.of("stops", "starts at null"), heard());
    }

    @Test
    void aFaultInReadingLeavesTheAgentAlone() throws Exception {
        begin();
        faulty = true;
        look();
        assertNull(said.poll());
        faulty = false;
        options.put("xmpp.host", "other.rdz");
        look();
        assertEquals(List.of("stops", "starts at other.rdz"), heard());
    }

    @Test
    void aChangeWhileItWaitsForSettingsIsSeenAtOnce() throws Exception {
        options.remove("xmpp.domain");
        service.start();
        changes.looked();
        options.put("xmpp.domain", "iut.rdz");
        look();
        assertEquals("starts at null", said.poll());
    }

    private void begin() throws InterruptedException {
        service.start();
        changes.looked();
        assertEquals("starts at null", said.poll());
    }

    private void look() throws InterruptedException {
        changes.tell();
        changes.looked();
    }

    private void pass(Duration time) throws InterruptedException {
        nanos.addAndGet(time.toNanos());
        look();
    }

    private List<String> heard() {
        List<String> all = new java.util.ArrayList<>();
        said.drainTo(all);
        return all;
    }

    private AgentSettings read(Problems problems) {
        if (faulty) {
            throw new IllegalStateException("a fault");
        }
        List<String> assignments = options.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .toList();
        return new AgentSettingsReader("A201B7", Map.of())
                .read(List.of(new OptionSource(assignments), new EnvironmentSource(environment)), problems);
    }

    private RunningAgent start(AgentSettings settings) throws DataFolderException {
        String host = settings.xmpp().host();
        if (host != null && host.equals(unusable)) {
            said.add("fails at " + host);
            throw new DataFolderException("broken", null);
        }
        said.add("starts at " + host);
        return new RunningAgent() {
            @Override
            public boolean adopt(AgentSettings changed, Set<String> keys) {
                if (SettingsDifference.isLive(keys)) {
                    said.add("adopts " + keys);
                    return true;
                }
                return false;
            }

            @Override
            public boolean responds(Duration most) {
                return !dead;
            }

            @Override
            public void close() {
                said.add("stops");
            }
        };
    }

    /** A change is told by {@link #tell}; {@link #looked} returns once it has been dealt with. */
    private static final class ByHand implements SettingsChanges {
        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> waits = new LinkedBlockingQueue<>();
        private volatile Duration longest;

        void tell() throws InterruptedException {
            told.put("changed");
        }

        void looked() throws InterruptedException {
            assertEquals("waits", waits.poll(10, TimeUnit.SECONDS));
        }

        @Override
        public void arm() {}

        @Override
        public void await(Duration most) throws InterruptedException {
            longest = most;
            waits.put("waits");
            told.poll(10, TimeUnit.SECONDS);
        }

        @Override
        public void wake() {
            told.offer("woken");
        }

        @Override
        public void close() {}
    }
}
