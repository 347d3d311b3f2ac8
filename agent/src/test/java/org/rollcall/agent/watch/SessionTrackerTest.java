package org.rollcall.agent.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.rollcall.agent.watch.Sessions.LOGON;
import static org.rollcall.agent.watch.Sessions.console;
import static org.rollcall.agent.watch.Sessions.left;
import static org.rollcall.agent.watch.Sessions.locked;
import static org.rollcall.agent.watch.Sessions.logonSeenAt;
import static org.rollcall.agent.watch.Sessions.remote;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.host.Session;

class SessionTrackerTest {
    private static final Instant NOW = LOGON.plusSeconds(60);
    private static final Session KEVIN = console(1, "kevin.marchais");
    private static final Session YOANN = console(2, "yoann.pertaza");

    private final SessionTracker tracker = new SessionTracker(List.of(), new Uid());

    @Test
    void aLogonHappenedWhenTheSystemSaysAndALogoffWhenItIsSeen() {
        List<Change> logon = tracker.read(List.of(KEVIN), NOW);
        assertEquals(List.of("logon"), kinds(logon));
        assertEquals(LOGON, logon.get(0).at());
        assertEquals("kevin.marchais", logon.get(0).attributes().get("user"));
        List<Change> logoff = tracker.read(List.of(), NOW.plusSeconds(5));
        assertEquals(List.of("logoff"), kinds(logoff));
        assertEquals(NOW.plusSeconds(5), logoff.get(0).at());
        assertEquals("65", logoff.get(0).attributes().get("lasted"));
        assertEquals(
                logon.get(0).attributes().get("uid"), logoff.get(0).attributes().get("uid"));
    }

    @Test
    void theSameReadingChangesNothing() {
        tracker.read(List.of(KEVIN, YOANN), NOW);
        assertEquals(List.of(), tracker.read(List.of(YOANN, KEVIN), NOW));
    }

    @Test
    void aLogonTimeThatWandersByASecondIsTheSameSessionAndDoesNotCreep() {
        tracker.read(List.of(KEVIN), NOW);
        for (int second = 1; second <= 60; second++) {
            Session wandering = logonSeenAt(KEVIN, LOGON.plusSeconds(second % 3));
            assertEquals(List.of(), tracker.read(List.of(wandering), NOW.plusSeconds(second)));
        }
        assertEquals(LOGON, tracker.sessions().get(0).session().logonTime());
    }

    @Test
    void aReusedIdIsAnotherSessionAndTheOldOneEndsFirst() {
        String first = uidAfter(List.of(KEVIN));
        Session next = logonSeenAt(KEVIN, LOGON.plusSeconds(30));
        assertEquals(List.of("logoff", "logon"), kinds(tracker.read(List.of(next), NOW)));
        assertNotEquals(first, tracker.sessions().get(0).uid());
        Session other = console(1, "yoann.pertaza", LOGON.plusSeconds(30));
        assertEquals(List.of("logoff", "logon"), kinds(tracker.read(List.of(other), NOW)));
    }

    @Test
    void lockAndUnlockAreToldOnceAndAnUnknownLockSaysNothing() {
        tracker.read(List.of(KEVIN), NOW);
        assertEquals(List.of("lock"), kinds(tracker.read(List.of(locked(KEVIN, true)), NOW)));
        assertEquals(List.of(), tracker.read(List.of(locked(KEVIN, null)), NOW));
        assertEquals(List.of(), tracker.read(List.of(locked(KEVIN, true)), NOW));
        assertEquals(List.of("unlock"), kinds(tracker.read(List.of(locked(KEVIN, false)), NOW)));
    }

    @Test
    void aLockThatIsFirstKnownAsOffIsNoUnlock() {
        tracker.read(List.of(locked(KEVIN, null)), NOW);
        assertEquals(List.of(), tracker.read(List.of(locked(KEVIN, false)), NOW));
        assertEquals(List.of("lock"), kinds(tracker.read(List.of(locked(KEVIN, true)), NOW)));
    }

    @Test
    void fastUserSwitchingLeavesOneSessionAndBeginsAnother() {
        tracker.read(List.of(KEVIN), NOW);
        assertEquals(List.of("disconnect", "logon"), kinds(tracker.read(List.of(left(KEVIN), YOANN), NOW)));
        assertEquals(List.of("connect", "disconnect"), kinds(tracker.read(List.of(KEVIN, left(YOANN)), NOW)));
    }

    @Test
    void aSessionTakenOverFromAfarSaysFromWhere() {
        tracker.read(List.of(KEVIN), NOW);
        List<Change> over = tracker.read(List.of(remote(KEVIN, "HOME-PC")), NOW);
        assertEquals(List.of("connect"), kinds(over));
        assertEquals("HOME-PC", over.get(0).attributes().get("client"));
        assertEquals("rdp", over.get(0).attributes().get("place"));
        assertEquals(List.of("disconnect"), kinds(tracker.read(List.of(left(remote(KEVIN, null))), NOW)));
        List<Change> back = tracker.read(List.of(KEVIN), NOW);
        assertEquals(List.of("connect"), kinds(back));
        assertFalse(back.get(0).attributes().containsKey("client"));
    }

    @Test
    void whatIsOnceKnownIsNotForgottenByAReadingThatKnowsLess() {
        Session full = new Session(
                1,
                "kevin.marchais",
                "IUT",
                "S-1",
                "Kévin Marchais",
                Session.State.ACTIVE,
                Session.Kind.CONSOLE,
                LOGON,
                false,
                null,
                null,
                null);
        Session poor = new Session(
                1, "kevin.marchais", null, null, null, full.state(), full.kind(), LOGON, null, null, null, null);
        tracker.read(List.of(full), NOW);
        assertEquals(List.of(), tracker.read(List.of(poor), NOW));
        assertEquals("Kévin Marchais", tracker.sessions().get(0).session().fullName());
        assertEquals("S-1", tracker.sessions().get(0).session().sid());
    }

    @Test
    void aStepOfTheClockDoesNotChangeHowLongASessionLasted() {
        tracker.read(List.of(KEVIN), NOW);
        tracker.clockStepped(Duration.ofHours(1));
        List<Change> logoff = tracker.read(List.of(), LOGON.plus(Duration.ofHours(3)));
        assertEquals("7200", logoff.get(0).attributes().get("lasted"));
        tracker.read(List.of(KEVIN), NOW);
        tracker.clockStepped(Duration.ofHours(-1));
        logoff = tracker.read(List.of(), LOGON.plus(Duration.ofMinutes(-30)));
        assertEquals("1800", logoff.get(0).attributes().get("lasted"));
    }

    @Test
    void whoLeftWhileNobodyLookedLeftAtTheLastSignOfLife() {
        Instant lastSign = LOGON.plusSeconds(3600);
        SessionTracker after = new SessionTracker(known(KEVIN, YOANN), new Uid());
        List<Change> changes = after.readFirst(List.of(YOANN), LOGON.plusSeconds(90_000), lastSign, "agent-off");
        assertEquals(List.of("logoff"), kinds(changes));
        assertEquals(lastSign, changes.get(0).at());
        assertEquals("agent-off", changes.get(0).attributes().get("reason"));
        assertEquals("3600", changes.get(0).attributes().get("lasted"));
    }

    @Test
    void nobodyStaysAnHourLongerBecauseTheClockWasPutBackBeforeTheyLeftUnseen() {
        tracker.read(List.of(KEVIN), NOW);
        tracker.clockStepped(Duration.ofHours(-1));
        Instant lastSign = NOW.minus(Duration.ofHours(1)).plusSeconds(30);

        SessionTracker after = new SessionTracker(tracker.sessions(), new Uid());
        Change logoff = after.readFirst(List.of(), lastSign.plusSeconds(5), lastSign, "agent-off")
                .get(0);

        assertEquals(lastSign, logoff.at());
        assertEquals("90", logoff.attributes().get("lasted"));
    }

    @Test
    void nobodyLeavesBeforeTheyCame() {
        SessionTracker after = new SessionTracker(known(KEVIN), new Uid());
        List<Change> changes = after.readFirst(List.of(), NOW, LOGON.minusSeconds(20), "agent-off");
        assertEquals(LOGON, changes.get(0).at());
        assertEquals("0", changes.get(0).attributes().get("lasted"));
    }

    private List<KnownSession> known(Session... sessions) {
        tracker.read(List.of(sessions), NOW);
        return tracker.sessions();
    }

    private String uidAfter(List<Session> reading) {
        tracker.read(reading, NOW);
        return tracker.sessions().get(0).uid();
    }

    private static List<String> kinds(List<Change> changes) {
        return changes.stream().map(Change::kind).toList();
    }
}
