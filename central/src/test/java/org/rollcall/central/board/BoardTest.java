package org.rollcall.central.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rollcall.central.fake.States.active;
import static org.rollcall.central.fake.States.jid;
import static org.rollcall.central.fake.States.machine;
import static org.rollcall.central.fake.States.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.central.fake.FakeMachines;
import org.rollcall.central.fake.FakePeople;
import org.rollcall.central.fake.FakeTime;
import org.rollcall.central.fake.RulePark;
import org.rollcall.central.fake.States;
import org.rollcall.central.park.Park;
import org.rollcall.central.park.People;
import org.rollcall.central.park.Person;
import org.rollcall.central.park.Place;
import org.rollcall.central.park.Room;

class BoardTest {
    private static final Instant LOGON = Instant.parse("2026-11-23T07:45:00Z");

    private final FakeTime time = new FakeTime();
    private final FakeMachines machines = FakeMachines.of("a201b7", "a201b10", "b1", "a201z1");
    private Park park = new RulePark();
    private People people = new FakePeople(List.of(new Person("kevin.marchais", "Kévin Marchais", "LP D2i", false)));
    private Board board;

    @BeforeEach
    void linkIsUp() {
        board = board();
        board.linkUp();
    }

    @Test
    void aMachineNeverHeardIsUnknown() {
        MachineNow now = now("a201b7");
        assertEquals(Condition.UNKNOWN, now.condition());
        assertNull(now.since());
        assertFalse(now.unconfirmed());
    }

    @Test
    void aUserIsShownWithNameGroupAndLogon() {
        board.says(jid("a201b7"), machine("a201b7", active("kevin.marchais", LOGON)), true);
        MachineNow now = now("a201b7");
        assertEquals(Condition.IN_USE, now.condition());
        assertEquals("A201B7", now.name());
        assertEquals("Kévin Marchais", now.active().fullName());
        assertEquals("LP D2i", now.active().group());
        assertEquals(LOGON, now.since());
        assertEquals("kevin.marchais", now.lastUser());
        assertEquals("10.2.3.26", now.address());
    }

    @Test
    void whoCallsItselfByAnothersNameIsShownByItsOwnAlsoAfterAPing() {
        board.says(jid("a201b7"), machine("a201b10"), true);
        assertEquals("A201B7", now("a201b7").name());
        board.answers(jid("a201b7"));
        assertEquals("A201B7", now("a201b7").name());
    }

    @Test
    void theOneInFrontOfTheMachineStandsBeforeThoseBehindHim() {
        board.says(
                jid("a201b7"),
                machine(
                        "a201b7",
                        session(1, "early", "disconnected", LOGON, null, null),
                        session(2, "late", "active", LOGON.plusSeconds(60), false, null)),
                true);
        MachineNow now = now("a201b7");
        assertEquals(Condition.IN_USE, now.condition());
        assertEquals(
                List.of("late", "early"),
                now.sessions().stream().map(SessionNow::user).toList());
        assertEquals("late", now.lastUser());
    }

    @Test
    void conditionsFollowLockIdlenessAndLeaving() {
        condition(Condition.LOCKED, session(1, "a", "active", LOGON, true, null));
        condition(Condition.IDLE, session(1, "a", "active", LOGON, false, LOGON.plusSeconds(30)));
        assertEquals(LOGON.plusSeconds(30), now("a201b7").since());
        condition(Condition.LEFT, session(1, "a", "disconnected", LOGON, null, null));
        condition(Condition.IN_USE, session(1, "a", "active", LOGON, null, null));
        assertEquals(time.instant(), now("a201b7").since());
        time.pass(Duration.ofMinutes(5));
        board.says(jid("a201b7"), machine("a201b7"), true);
        assertEquals(Condition.FREE, now("a201b7").condition());
        assertEquals(time.instant(), now("a201b7").since());
    }

    @Test
    void theLastUserStaysWhenTheMachineIsOff() {
        board.says(jid("a201b7"), machine("a201b7", active("kevin.marchais", LOGON)), true);
        time.pass(Duration.ofHours(1));
        board.off(jid("a201b7"), time.instant());
        MachineNow now = now("a201b7");
        assertEquals(Condition.OFF, now.condition());
        assertEquals(time.instant(), now.since());
        assertEquals("kevin.marchais", now.lastUser());
        assertEquals(time.instant(), now.lastUserAt());
        assertTrue(now.sessions().isEmpty());
    }

    @Test
    void aLostMachineKeepsItsSessionsAndIsLostSinceItWasLastHeard() {
        board.says(jid("a201b7"), machine("a201b7", active("kevin.marchais", LOGON)), true);
        Instant heard = time.instant();
        time.pass(Duration.ofSeconds(40));
        board.lost(jid("a201b7"), null);
        assertEquals(Condition.LOST, now("a201b7").condition());
        assertEquals(heard, now("a201b7").since());
        assertEquals(1, now("a201b7").sessions().size());
        assertEquals(0, room("A201").inUse());
        assertEquals(1, room("A201").lost());
        board.answers(jid("a201b7"));
        assertEquals(Condition.IN_USE, now("a201b7").condition());
    }

    @Test
    void offAndLostAreKeptOverARestartAndTheOthersAreUnconfirmed() {
        board.says(jid("a201b7"), machine("a201b7", active("kevin.marchais", LOGON)), true);
        board.says(jid("b1"), machine("b1", active("yoann.pertaza", LOGON)), true);
        board.says(jid("a201z1"), machine("a201z1"), true);
        time.pass(Duration.ofMinutes(1));
        board.off(jid("a201b7"), time.instant());
        board.lost(jid("b1"), null);
        board = board();
        assertEquals(Condition.OFF, now("a201b7").condition());
        assertEquals(time.instant(), now("a201b7").since());
        assertEquals("kevin.marchais", now("a201b7").lastUser());
        assertEquals(Condition.LOST, now("b1").condition());
        assertTrue(now("a201z1").unconfirmed());
        assertFalse(board.link().up());
    }

    @Test
    void whileTheLinkIsDownNoMachineChangesAndWhatIsOnIsUnconfirmed() {
        board.says(jid("a201b7"), machine("a201b7", active("kevin.marchais", LOGON)), true);
        board.off(jid("b1"), time.instant());
        board.linkDown();
        board.lost(jid("a201b7"), null);
        board.says(jid("b1"), machine("b1"), true);
        assertEquals(Condition.IN_USE, now("a201b7").condition());
        assertTrue(now("a201b7").unconfirmed());
        assertEquals(Condition.OFF, now("b1").condition());
        assertFalse(now("b1").unconfirmed());
    }

    @Test
    void whatTheServerKeptOfALostMachineDoesNotBringItBack() {
        board.says(jid("a201b7"), machine("a201b7"), true);
        board.lost(jid("a201b7"), null);
        board.says(jid("a201b7"), machine("a201b7", active("kevin.marchais", LOGON)), false);
        assertEquals(Condition.LOST, now("a201b7").condition());
        board.answers(jid("a201b7"));
        assertEquals(Condition.IN_USE, now("a201b7").condition());
    }

    @Test
    void severalOfOneRoomLostTogetherAreAnOutage() {
        for (String account : List.of("a201b7", "a201b10", "a201z1")) {
            board.says(jid(account), machine(account), true);
        }
        board.lost(jid("a201b7"), null);
        Instant first = time.instant();
        time.pass(Duration.ofSeconds(4));
        board.lost(jid("a201b10"), null);
        assertNull(room("A201").outage());
        time.pass(Duration.ofSeconds(6));
        board.lost(jid("a201z1"), null);
        assertEquals(first, room("A201").outage());
        board.answers(jid("a201z1"));
        assertNull(room("A201").outage());
    }

    @Test
    void timesArePutRightByWhatWasMeasuredOfTheClock() {
        board.says(jid("a201b7"), machine("a201b7", active("kevin.marchais", LOGON)), true);
        board.clockIs(jid("a201b7"), Duration.ofSeconds(5));
        assertNull(now("a201b7").clockOff());
        board.clockIs(jid("a201b7"), Duration.ofHours(1));
        assertEquals(Duration.ofHours(1), now("a201b7").clockOff());
        assertEquals(LOGON.minus(Duration.ofHours(1)), now("a201b7").active().since());
    }

    @Test
    void roomsAreInOrderAndMachinesAsPeopleCountThemOrAsThePlanDoes() {
        park = new RulePark(
                List.of(new Room("A201", List.of(new Place("a201z1", "A201", "Z1", 1, 1, null)), List.of())),
                java.util.Set.of());
        board.reload();
        assertEquals(
                List.of("A201", ""), board.rooms().stream().map(RoomNow::name).toList());
        assertEquals(
                List.of("a201z1", "a201b7", "a201b10"),
                board.room("a201").orElseThrow().machines().stream()
                        .map(MachineNow::name)
                        .toList());
        assertEquals(4, board.machines().size());
    }

    @Test
    void listenersHearEachChangeOnceAndInOrder() throws Exception {
        List<Long> revisions = new ArrayList<>();
        List<String> said = new ArrayList<>();
        AutoCloseable listening = board.listen(new BoardListener() {
            @Override
            public void changed(MachineNow before, MachineNow now) {
                revisions.add(now.revision());
                said.add(before.condition() + ">" + now.condition());
            }

            @Override
            public void linkChanged(BoardView.LinkNow now) {
                said.add("link " + now.up());
            }
        });
        board.says(jid("a201b7"), machine("a201b7"), true);
        board.says(jid("a201b7"), machine("a201b7"), true);
        board.heard(jid("a201b7"));
        board.off(jid("a201b7"), time.instant());
        board.linkDown();
        listening.close();
        board.linkUp();
        assertEquals(List.of("UNKNOWN>FREE", "FREE>OFF", "link false"), said);
        assertEquals(board.revision(), revisions.get(1));
        assertEquals(1, revisions.get(1) - revisions.get(0));
    }

    @Test
    void aListenerThatFailsDoesNotKeepOthersFromHearing() {
        List<MachineNow> heard = new ArrayList<>();
        board.listen(new BoardListener() {
            @Override
            public void changed(MachineNow before, MachineNow now) {
                throw new IllegalStateException("a fault");
            }
        });
        board.listen(new BoardListener() {
            @Override
            public void changed(MachineNow before, MachineNow now) {
                heard.add(now);
            }
        });
        board.says(jid("a201b7"), machine("a201b7"), true);
        assertEquals(1, heard.size());
    }

    @Test
    void machinesThatAreApprovedComeAndThoseThatAreForgottenGo() {
        List<String> gone = new ArrayList<>();
        board.listen(new BoardListener() {
            @Override
            public void removed(MachineNow last) {
                gone.add(last.name());
            }
        });
        machines.approve(jid("a201b8"), "A201B8");
        machines.remove(jid("b1"));
        board.decided();
        assertEquals(Condition.UNKNOWN, now("a201b8").condition());
        assertTrue(board.machine(jid("b1")).isEmpty());
        assertEquals(List.of("b1"), gone);
    }

    @Test
    void signsOfLifeAloneChangeNothingButTheTimeAndAreSeldomWritten() {
        board.says(jid("a201b7"), machine("a201b7"), true);
        long before = board.revision();
        int written = machines.remembered();
        for (int i = 0; i < 100; i++) {
            time.pass(Duration.ofSeconds(20));
            board.heard(jid("a201b7"));
        }
        assertEquals(before, board.revision());
        assertEquals(time.instant(), now("a201b7").lastHeard());
        assertEquals(written, machines.remembered());
        board.keep();
        assertEquals(time.instant(), machines.find(jid("a201b7")).orElseThrow().lastSeen());
    }

    @Test
    void aMachineIsFoundByItsNameInAnyCase() {
        board.says(jid("a201b7"), machine("a201b7"), true);
        assertEquals(jid("a201b7"), board.machine("A201b7").orElseThrow().jid());
        assertTrue(board.machine("a201").isEmpty());
    }

    private void condition(Condition expected, org.rollcall.xmpp.stanza.SessionState session) {
        board.says(jid("a201b7"), machine("a201b7", session), true);
        assertEquals(expected, now("a201b7").condition());
    }

    private Board board() {
        return new Board(() -> park, () -> people, machines, time);
    }

    private MachineNow now(String account) {
        return board.machine(States.jid(account)).orElseThrow();
    }

    private RoomNow room(String name) {
        return board.room(name).orElseThrow();
    }
}
