package org.rollcall.xmpp.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jivesoftware.smack.packet.Presence.Type;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

class HealerTest {
    private static final BareJid CENTRAL = jid("windows@iut.example");
    private static final BareJid ADMIN = jid("admin@iut.example");
    private static final BareJid STRANGER = jid("mallory@iut.example");

    private final FakeTime time = new FakeTime();
    private final List<String> sent = new ArrayList<>();
    private boolean linkIsUp = true;
    private final Healer agent = healer(Partners.of(Set.of(CENTRAL, ADMIN)::contains, Set.of(CENTRAL)));

    @Test
    void anEmptyRosterMakesItAskForTheCentralJid() {
        agent.rosterLoaded(List.of());

        assertEquals(List.of("subscribe windows@iut.example"), sent);
    }

    @Test
    void whereTheServersGroupsGiveTheSubscriptionItDoesNothing() {
        agent.rosterLoaded(List.of(both(CENTRAL)));
        time.pass(Duration.ofDays(1));

        assertEquals(List.of(), sent);
        assertTrue(agent.isBoth(CENTRAL));
        assertFalse(agent.isBoth(ADMIN));
    }

    @Test
    void roleHoldersAreApprovedAndOnlyTheSoughtAreAskedBack() {
        agent.rosterLoaded(List.of(both(CENTRAL)));
        agent.askedBy(ADMIN);

        assertEquals(List.of("subscribed admin@iut.example"), sent);
    }

    @Test
    void strangersAreRefusedOnce() {
        agent.rosterLoaded(List.of(both(CENTRAL)));
        agent.askedBy(STRANGER);
        agent.askedBy(STRANGER);

        assertEquals(List.of("unsubscribed mallory@iut.example"), sent);
    }

    @Test
    void centralSubscribesBackToTheMachinesThatAsk() {
        Predicate<BareJid> machine = jid -> jid.toString().startsWith("a201");
        Healer central = healer(new Partners() {
            @Override
            public boolean mayHearUs(BareJid jid) {
                return machine.test(jid);
            }

            @Override
            public boolean weWantToHear(BareJid jid) {
                return machine.test(jid);
            }

            @Override
            public List<BareJid> sought() {
                return List.of();
            }
        });
        central.askedBy(jid("a201b1@iut.example"));
        central.rosterLoaded(List.of(both(jid("a201b2@iut.example"))));
        central.askedBy(jid("a201b2@iut.example"));

        assertEquals(
                List.of(
                        "subscribed a201b1@iut.example",
                        "subscribe a201b1@iut.example",
                        "subscribed a201b2@iut.example"),
                sent);
    }

    @Test
    void neverMoreThanFourInSixtySecondsGoOut() {
        agent.rosterLoaded(List.of(both(CENTRAL)));
        for (int i = 0; i < 12; i++) {
            agent.askedBy(jid("stranger" + i + "@iut.example"));
        }

        assertEquals(4, sent.size());
        time.pass(Duration.ofSeconds(61));
        assertEquals(4, sent.size());
        time.pass(Duration.ofSeconds(2));
        assertEquals(8, sent.size());
        time.pass(Duration.ofSeconds(63));
        assertEquals(12, sent.size());
    }

    @Test
    void noAnswerMakesItAskAgainAtGrowingIntervals() {
        agent.rosterLoaded(List.of());
        time.pass(Duration.ofSeconds(66));
        assertEquals(1, sent.size());
        time.pass(Duration.ofSeconds(47));
        assertEquals(2, sent.size());
        time.pass(Duration.ofSeconds(85));
        assertEquals(2, sent.size());
        time.pass(Duration.ofSeconds(140));
        assertEquals(3, sent.size());
        time.pass(Duration.ofHours(24));
        assertTrue(sent.size() < 3 + 8 + 24 * 2, () -> sent.size() + " requests in a day");
        assertTrue(sent.size() > 20, () -> sent.size() + " requests in a day");
    }

    @Test
    void anAnswerEndsTheAsking() {
        agent.rosterLoaded(List.of());
        agent.rosterChanged(both(CENTRAL));
        time.pass(Duration.ofDays(1));

        assertEquals(1, sent.size());
        assertTrue(agent.isBoth(CENTRAL));
    }

    @Test
    void aRefusalMakesItWaitLonger() {
        agent.rosterLoaded(List.of());
        agent.refusedBy(CENTRAL);
        time.pass(Duration.ofMinutes(8));
        assertEquals(1, sent.size());
        time.pass(Duration.ofMinutes(8));
        assertEquals(2, sent.size());
    }

    @Test
    void whoHasRefusedUsAndThenAsksHimselfIsAskedAtOnce() {
        agent.rosterLoaded(List.of());
        agent.refusedBy(CENTRAL);
        agent.askedBy(CENTRAL);
        agent.askedBy(CENTRAL);
        time.pass(Duration.ofSeconds(5));
        assertEquals(
                List.of(
                        "subscribe windows@iut.example",
                        "subscribed windows@iut.example",
                        "subscribe windows@iut.example",
                        "subscribed windows@iut.example"),
                sent);
    }

    @Test
    void manySignInsDoNotMakeItAskMoreOften() {
        for (int i = 0; i < 20; i++) {
            agent.signedOut();
            agent.rosterLoaded(List.of());
            time.pass(Duration.ofSeconds(2));
        }
        assertEquals(1, sent.size());
    }

    @Test
    void aSubscriptionThatIsTakenAwayIsAskedForAnew() {
        agent.rosterLoaded(List.of(both(CENTRAL)));
        agent.rosterChanged(new RosterEntry(CENTRAL, false, true));

        assertEquals(List.of("subscribe windows@iut.example"), sent);
    }

    @Test
    void whatCannotBeSentJustNowIsSentALittleLater() {
        linkIsUp = false;
        agent.rosterLoaded(List.of());
        time.pass(Duration.ofSeconds(1));
        linkIsUp = true;
        assertEquals(List.of(), sent);
        time.pass(Duration.ofSeconds(2));

        assertEquals(List.of("subscribe windows@iut.example"), sent);
    }

    private Healer healer(Partners partners) {
        return new Healer(
                partners, this::send, Pace.gentle(), Retries.DEFAULT, time::after, () -> time.nanos, new Random(1));
    }

    private boolean send(Type type, BareJid to) {
        if (linkIsUp) {
            sent.add(type + " " + to);
        }
        return linkIsUp;
    }

    private static RosterEntry both(BareJid jid) {
        return new RosterEntry(jid, true, true);
    }

    private static BareJid jid(String text) {
        return JidCreate.bareFromOrThrowUnchecked(text);
    }

    /** Time that passes only when a test says so, and runs what falls due. */
    private static final class FakeTime {
        private record Due(long at, Runnable task) {}

        private final PriorityQueue<Due> due = new PriorityQueue<>((a, b) -> Long.compare(a.at(), b.at()));
        private long nanos = 1_000_000_000_000L;

        void after(Duration wait, Runnable task) {
            due.add(new Due(nanos + wait.toNanos(), task));
        }

        void pass(Duration time) {
            long until = nanos + time.toNanos();
            while (!due.isEmpty() && due.peek().at() <= until) {
                Due next = due.poll();
                nanos = next.at();
                next.task().run();
            }
            nanos = until;
        }
    }
}
