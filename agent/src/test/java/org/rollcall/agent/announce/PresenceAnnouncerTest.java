package org.rollcall.agent.announce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rollcall.agent.watch.Sessions.LOGON;
import static org.rollcall.agent.watch.Sessions.console;
import static org.rollcall.agent.watch.Sessions.idle;
import static org.rollcall.agent.watch.Sessions.left;
import static org.rollcall.agent.watch.Sessions.locked;
import static org.rollcall.agent.watch.Sessions.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.agent.host.Session;
import org.rollcall.agent.journal.Journal;
import org.rollcall.agent.journal.TestJournals;
import org.rollcall.agent.schedule.ManualScheduler;
import org.rollcall.agent.send.FakeLink;
import org.rollcall.agent.watch.KnownSession;
import org.rollcall.agent.watch.TestTime;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.stanza.Idle;
import org.rollcall.xmpp.stanza.Leaving;
import org.rollcall.xmpp.stanza.Machine;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.MalformedException;

class PresenceAnnouncerTest {
    private static final Session KEVIN = console(1, "kevin.marchais");
    private static final Session YOANN = console(2, "yoann.pertaza", LOGON.plusSeconds(900));
    private static final Instant UP = Instant.parse("2026-11-22T06:59:00Z");

    @TempDir
    Path temp;

    private final TestTime time = new TestTime("2026-11-22T13:00:00Z");
    private final ManualScheduler scheduler = new ManualScheduler();
    private final FakeLink link = new FakeLink();
    private Journal journal;
    private PresenceAnnouncer announcer;

    @BeforeEach
    void make() throws Exception {
        journal = TestJournals.in(temp);
        announcer = announcer(Locale.ENGLISH);
    }

    @Test
    void nobodyLoggedOnIsExtendedAway() {
        state();
        Presence presence = only();
        assertEquals(Presence.Mode.xa, presence.getMode());
        assertEquals("nobody logged on", presence.getStatus());
    }

    @Test
    void someoneActiveIsPlainlyThere() throws Exception {
        journal.append("start", UP, java.util.Map.of());
        state(KEVIN);
        Presence presence = only();
        // Smack's word for no <show/>.
        assertEquals(Presence.Mode.available, presence.getMode());
        assertEquals("kevin.marchais, console, since 13:09", presence.getStatus());
        assertEquals(Optional.empty(), Idle.in(presence));
        MachineState machine = machine(presence);
        assertEquals("A201B7", machine.name());
        assertEquals(journal.id(), machine.journal());
        assertEquals(1, machine.seq());
        assertEquals(UP, machine.up());
        assertEquals("uid-1", machine.sessions().get(0).uid());
        assertEquals(LOGON, machine.sessions().get(0).since());
        assertEquals("S", presence.toXML().toString().contains("S-1-5") ? "sid leaks" : "S");
    }

    @Test
    void theStatusIsInTheLanguageOfTheSite() {
        announcer = announcer(Locale.FRENCH);
        state(locked(KEVIN, true), left(YOANN));
        assertEquals("kevin.marchais, console, depuis 13:09, verrouillée (et 1 de plus)", only().getStatus());
    }

    @Test
    void lockedIsAway() {
        state(locked(KEVIN, true));
        Presence presence = only();
        assertEquals(Presence.Mode.away, presence.getMode());
        assertEquals("kevin.marchais, console, since 13:09, locked", presence.getStatus());
    }

    @Test
    void idleCountsFromTheSettingsTimeOnAndItsBeginningDoesNotCreep() throws Exception {
        Instant lastInput = time.instant();
        state(idle(KEVIN, lastInput));
        assertEquals(Presence.Mode.available, only().getMode());
        time.pass(Duration.ofMinutes(5));
        state(idle(KEVIN, lastInput));
        Presence presence = only();
        assertEquals(Presence.Mode.away, presence.getMode());
        assertEquals(Optional.of(lastInput), Idle.in(presence));
        assertEquals(lastInput, machine(presence).sessions().get(0).idleSince());
        for (int second = 1; second < 60; second++) {
            time.pass(Duration.ofSeconds(5));
            state(idle(KEVIN, lastInput.plusSeconds(second % 4)));
        }
        assertEquals(List.of(), link.taken());
        time.pass(Duration.ofSeconds(5));
        state(KEVIN);
        assertEquals(Presence.Mode.available, only().getMode());
    }

    @Test
    void whoeverIsActiveMakesTheMachineInUseAndComesFirst() throws Exception {
        state(locked(KEVIN, true), remote(YOANN, "HOME-PC"));
        Presence presence = only();
        assertEquals(Presence.Mode.available, presence.getMode());
        assertEquals("yoann.pertaza, remote desktop, since 13:24 (and 1 more)", presence.getStatus());
        assertEquals("HOME-PC", machine(presence).sessions().get(0).client());
    }

    @Test
    void aSessionLeftBehindIsNeitherLockedNorIdle() throws Exception {
        Session gone = left(KEVIN);
        state(locked(idle(gone, LOGON), true));
        Presence presence = only();
        assertEquals(Presence.Mode.away, presence.getMode());
        assertEquals(Optional.empty(), Idle.in(presence));
        assertNull(machine(presence).sessions().get(0).locked());
        assertTrue(presence.getStatus().endsWith(", session left"), presence.getStatus());
    }

    @Test
    void theSamePresenceIsNeverSentTwice() {
        state(KEVIN);
        only();
        for (int i = 0; i < 10; i++) {
            time.pass(Duration.ofSeconds(5));
            state(KEVIN);
        }
        assertEquals(List.of(), link.taken());
    }

    @Test
    void atMostOneGoesInTwoSecondsAndTheLastOneWins() {
        state(KEVIN);
        only();
        for (int i = 0; i < 9; i++) {
            pass(Duration.ofMillis(200));
            state(locked(KEVIN, i % 2 == 0));
        }
        assertEquals(List.of(), link.taken());
        pass(Duration.ofMillis(200));
        assertEquals(Presence.Mode.away, only().getMode());
        pass(Duration.ofSeconds(10));
        assertEquals(List.of(), link.taken());
    }

    @Test
    void goingBackWithinTwoSecondsIsNotWorthAPresence() {
        state(KEVIN);
        only();
        pass(Duration.ofMillis(500));
        state(locked(KEVIN, true));
        pass(Duration.ofMillis(500));
        state(KEVIN);
        pass(Duration.ofSeconds(10));
        assertEquals(List.of(), link.taken());
    }

    @Test
    void onANewStreamItIsSentInFull() {
        state(KEVIN);
        Presence first = only();
        announcer.down(new LinkFailure(LinkFailure.Kind.LOST, "reset"));
        announcer.up(null);
        assertEquals(first.getStatus(), only().getStatus());
    }

    @Test
    void twentySessionsAreListedAndTheRestCounted() throws Exception {
        Session[] many = new Session[33];
        for (int i = 0; i < many.length; i++) {
            Session session = console(i + 1, "user-" + i);
            many[i] = i == 32 ? session : left(session);
        }
        state(many);
        MachineState machine = machine(only());
        assertEquals(20, machine.sessions().size());
        assertEquals(13, machine.more());
        assertEquals("user-32", machine.sessions().get(0).user());
    }

    @Test
    void asleepItIsUnavailableAndSaysNothingUntilAwake() {
        state(KEVIN);
        only();
        announcer.asleep();
        leaves("sleep");
        pass(Duration.ofSeconds(5));
        state(locked(KEVIN, true));
        announcer.up(null);
        assertEquals(List.of(), link.taken());
        announcer.awake();
        assertEquals(Presence.Mode.away, only().getMode());
    }

    @Test
    void itTellsThatItStopsSoThatNobodyTakesItForLost() {
        state(KEVIN);
        only();
        announcer.stopping();
        leaves("stop");
        state(locked(KEVIN, true));
        assertEquals(List.of(), link.taken());
    }

    private void leaves(String reason) {
        Presence presence = only();
        assertEquals(Presence.Type.unavailable, presence.getType());
        assertTrue(Leaving.in(presence));
        assertEquals(
                "<leaving xmlns='urn:rollcall:1' reason='" + reason + "'/>",
                presence.getExtensionElement("leaving", "urn:rollcall:1")
                        .toXML()
                        .toString());
    }

    @Test
    void beforeAnythingCouldBeReadItSaysOnlyThatItIsOn() throws Exception {
        announcer.up(null);
        assertEquals(List.of(), link.taken());
        announcer.unreadable();
        Presence presence = only();
        assertEquals("on; its sessions cannot be read", presence.getStatus());
        assertEquals(Optional.empty(), Machine.in(presence));
    }

    private PresenceAnnouncer announcer(Locale locale) {
        AnnouncementMaker maker = new AnnouncementMaker(
                "A201B7", UP, "1.0.0", journal.id(), () -> Duration.ofMinutes(5), locale, ZoneId.of("Europe/Paris"));
        return new PresenceAnnouncer(link, journal, maker, List::of, scheduler, time, time);
    }

    private void state(Session... sessions) {
        List<KnownSession> known = new ArrayList<>();
        for (Session session : sessions) {
            known.add(new KnownSession("uid-" + session.id(), session, Duration.ZERO));
        }
        announcer.state(known, UP);
    }

    private void pass(Duration duration) {
        time.pass(duration);
        scheduler.pass(duration);
    }

    private Presence only() {
        List<Stanza> sent = link.taken();
        assertEquals(1, sent.size(), () -> sent.toString());
        return (Presence) sent.get(0);
    }

    private static MachineState machine(Presence presence) throws MalformedException {
        return Machine.in(presence).orElseThrow();
    }
}
