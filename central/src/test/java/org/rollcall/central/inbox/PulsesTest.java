package org.rollcall.central.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rollcall.central.fake.States.active;
import static org.rollcall.central.fake.States.jid;
import static org.rollcall.central.fake.States.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.junit.jupiter.api.Test;
import org.rollcall.central.board.Condition;
import org.rollcall.central.fake.FakeMachines;
import org.rollcall.central.fake.States;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;

class PulsesTest {
    private static final Instant LOGON = Instant.parse("2026-11-23T07:45:00Z");

    @Test
    void aMachineThatFallsSilentIsLostWithin45Seconds() {
        Rig rig = settled("a201b7", "a201b8");
        rig.alive.add(jid("a201b8"));
        Instant heard = rig.time.instant();
        rig.says("a201b7", machine("a201b7", active("k", LOGON)));
        rig.pass(Duration.ofSeconds(30));
        assertEquals(Condition.IN_USE, rig.condition("a201b7"));
        rig.pass(Duration.ofSeconds(15));
        assertEquals(Condition.LOST, rig.condition("a201b7"));
        assertEquals(heard, rig.now("a201b7").since());
        assertEquals(Condition.FREE, rig.condition("a201b8"));
    }

    @Test
    void aSilentMachineIsPingedAndOneThatAnswersStays() {
        Rig rig = settled("a201b7");
        rig.alive.add(jid("a201b7"));
        rig.pinged.clear();
        rig.pass(Duration.ofSeconds(15));
        assertEquals(List.of(), rig.pinged);
        rig.pass(Duration.ofSeconds(5));
        assertEquals(1, rig.pinged.size());
        rig.pass(Duration.ofMinutes(10));
        assertEquals(Condition.FREE, rig.condition("a201b7"));
        assertEquals(33, rig.pinged.size(), 5);
    }

    @Test
    void whoSpeaksIsNotPinged() {
        Rig rig = settled("a201b7");
        rig.pinged.clear();
        for (int i = 0; i < 10; i++) {
            rig.pass(Duration.ofSeconds(14));
            rig.events(Rig.full("a201b7"), event(i + 1, Event.Kinds.LOCK));
        }
        assertEquals(List.of(), rig.pinged);
        assertEquals(Condition.FREE, rig.condition("a201b7"));
    }

    @Test
    void aLostMachineWhosePresenceStandsIsPingedOnUntilItAnswers() {
        Rig rig = settled("a201b7");
        rig.says("a201b7", machine("a201b7", active("k", LOGON)));
        rig.pass(Duration.ofMinutes(10));
        assertEquals(Condition.LOST, rig.condition("a201b7"));
        rig.alive.add(jid("a201b7"));
        rig.pass(Duration.ofSeconds(40));
        assertEquals(Condition.IN_USE, rig.condition("a201b7"));
        assertFalse(rig.now("a201b7").unconfirmed());
    }

    @Test
    void whileTheServerItselfIsSilentNobodyIsLost() {
        Rig rig = settled("a201b7", "a201b8");
        rig.serverAnswers = false;
        rig.pass(Duration.ofMinutes(5));
        assertEquals(Condition.FREE, rig.condition("a201b7"));
        assertTrue(rig.pinged.stream().anyMatch(to -> to.isDomainBareJid()));
        rig.serverAnswers = true;
        rig.alive.add(jid("a201b7"));
        rig.pass(Duration.ofSeconds(20));
        assertEquals(Condition.FREE, rig.condition("a201b7"));
        assertEquals(Condition.LOST, rig.condition("a201b8"));
    }

    @Test
    void orderlyLeavingIsOffAtOnceAndWhatTheServerAddsChangesNothing() {
        Rig rig = settled("a201b7");
        rig.leaves("a201b7", "stop");
        assertEquals(Condition.OFF, rig.condition("a201b7"));
        Instant since = rig.time.instant();
        rig.pass(Duration.ofSeconds(1));
        rig.unavailable("a201b7");
        rig.pass(Duration.ofMinutes(2));
        assertEquals(Condition.OFF, rig.condition("a201b7"));
        assertEquals(since, rig.now("a201b7").since());
    }

    @Test
    void aBrokenStreamIsLostUnlessTheMachineIsBackAtOnce() {
        Rig rig = settled("a201b7", "a201b8");
        Instant cut = rig.time.instant();
        rig.unavailable("a201b7");
        rig.unavailable("a201b8");
        assertTrue(rig.now("a201b7").unconfirmed());
        assertEquals(Condition.FREE, rig.condition("a201b7"));
        rig.pass(Duration.ofSeconds(2));
        rig.says("a201b7", machine("a201b7"));
        rig.alive.add(jid("a201b7"));
        rig.pass(Duration.ofSeconds(2));
        assertEquals(Condition.FREE, rig.condition("a201b7"));
        assertFalse(rig.now("a201b7").unconfirmed());
        assertEquals(Condition.LOST, rig.condition("a201b8"));
        assertEquals(cut, rig.now("a201b8").since());
    }

    @Test
    void aMachineWhoseLastWordWasThatItSleepsIsOffThoughItsStreamBreaks() {
        Rig rig = settled("a201b7", "a201b8");
        rig.events(Rig.full("a201b7"), event(2, Event.Kinds.SLEEP));
        rig.unavailable("a201b7");
        assertEquals(Condition.OFF, rig.condition("a201b7"));
        rig.events(Rig.full("a201b8"), event(2, Event.Kinds.SLEEP));
        rig.pass(Duration.ofSeconds(45));
        assertEquals(Condition.OFF, rig.condition("a201b8"));
        rig.alive.add(jid("a201b8"));
        rig.pass(Duration.ofSeconds(40));
        assertEquals(Condition.FREE, rig.condition("a201b8"));
    }

    @Test
    void aServersWordThatNobodyIsThereIsAMissAndNoSignOfLife() {
        Rig rig = settled("a201b7");
        rig.pass(Duration.ofSeconds(20));
        for (int i = 0; i < 2; i++) {
            IQ ping = new Ping(Rig.full("a201b7"));
            rig.inbox.received(Rig.error(ping, Rig.full("a201b7"), StanzaError.Condition.service_unavailable));
            rig.pass(Duration.ofMillis(250));
        }
        assertEquals(Condition.LOST, rig.condition("a201b7"));
    }

    @Test
    void aMachinesOwnRefusalIsASignOfLife() {
        Rig rig = settled("a201b7");
        rig.pass(Duration.ofSeconds(40));
        assertEquals(Condition.LOST, rig.condition("a201b7"));
        rig.inbox.received(
                Rig.error(new Ping(Rig.full("a201b7")), Rig.full("a201b7"), StanzaError.Condition.forbidden));
        assertEquals(Condition.FREE, rig.condition("a201b7"));
    }

    @Test
    void aRoomThatLosesItsNetworkIsLostTogether() {
        String[] accounts = {"a201b1", "a201b2", "a201b3", "a201b4", "b101a1"};
        Rig rig = settled(accounts);
        List.of(accounts).forEach(account -> rig.alive.add(jid(account)));
        rig.pass(Duration.ofMinutes(3));
        rig.alive.removeIf(jid -> jid.toString().startsWith("a201"));
        rig.pass(Duration.ofSeconds(45));
        assertEquals(4, rig.board.room("A201").orElseThrow().lost());
        assertNotNull(rig.board.room("A201").orElseThrow().outage());
        assertNull(rig.board.room("B101").orElseThrow().outage());
        assertEquals(Condition.FREE, rig.condition("b101a1"));
    }

    @Test
    void atStartMachinesAreUnconfirmedUntilTheyAnswer() {
        Rig rig = restarted("a201b7", "a201b8");
        assertTrue(rig.now("a201b7").unconfirmed());
        rig.up();
        rig.says("a201b7", machine("a201b7", active("k", LOGON)));
        rig.says("a201b8", machine("a201b8"));
        assertEquals(Condition.IN_USE, rig.condition("a201b7"));
        assertTrue(rig.now("a201b7").unconfirmed());
        rig.alive.add(jid("a201b7"));
        rig.pass(Duration.ofSeconds(1));
        assertFalse(rig.now("a201b7").unconfirmed());
        assertTrue(rig.now("a201b8").unconfirmed());
        rig.pass(Duration.ofSeconds(20));
        assertEquals(Condition.LOST, rig.condition("a201b8"));
    }

    @Test
    void atStartThoseWhoAreNotThereAnyMoreAreOffAfterAWhile() {
        Rig rig = restarted("a201b7", "a201b8");
        Instant heard = rig.now("a201b7").lastHeard();
        rig.up();
        rig.unavailable("a201b7");
        rig.pass(Duration.ofSeconds(80));
        assertTrue(rig.now("a201b7").unconfirmed());
        rig.says("a201b8", machine("a201b8"));
        rig.alive.add(jid("a201b8"));
        rig.pass(Duration.ofSeconds(15));
        assertEquals(Condition.OFF, rig.condition("a201b7"));
        assertEquals(heard, rig.now("a201b7").since());
        assertEquals(Condition.FREE, rig.condition("a201b8"));
    }

    @Test
    void pingsOfThreeThousandMachinesAreSpreadAndBounded() {
        String[] accounts = new String[3000];
        for (int i = 0; i < accounts.length; i++) {
            accounts[i] = "m" + i;
        }
        Rig rig = new Rig(FakeMachines.of(accounts)).up();
        for (String account : accounts) {
            rig.says(account, machine(account));
            rig.alive.add(jid(account));
        }
        Map<Instant, Integer> ticks = new HashMap<>();
        for (int i = 0; i < 4 * 120; i++) {
            int before = rig.pinged.size();
            rig.pass(Duration.ofMillis(250));
            ticks.put(rig.time.instant(), rig.pinged.size() - before);
        }
        assertTrue(ticks.values().stream().allMatch(pings -> pings <= Pulses.MOST_PINGS));
        assertEquals(0, rig.board.rooms().get(0).lost());
        double average =
                ticks.values().stream().mapToInt(Integer::intValue).average().orElseThrow();
        assertTrue(average < 50, "a quarter of a second has on the average " + average + " pings");
    }

    @Test
    void whileOurLinkIsDownNobodyIsLostAndThenAllAreAskedAgain() {
        Rig rig = settled("a201b7");
        rig.inbox.down(null);
        rig.pass(Duration.ofMinutes(10));
        assertEquals(Condition.FREE, rig.condition("a201b7"));
        assertTrue(rig.now("a201b7").unconfirmed());
        assertFalse(rig.board.link().up());
        rig.up();
        rig.says("a201b7", machine("a201b7"));
        rig.alive.add(jid("a201b7"));
        rig.pass(Duration.ofSeconds(1));
        assertFalse(rig.now("a201b7").unconfirmed());
    }

    /** Up for long, with these on and free. */
    private static Rig settled(String... accounts) {
        Rig rig = new Rig(accounts).up();
        rig.pass(Duration.ofMinutes(2));
        for (String account : accounts) {
            rig.says(account, machine(account));
        }
        return rig;
    }

    /** As central finds them after a restart; its link is not up yet. */
    private static Rig restarted(String... accounts) {
        Rig before = settled(accounts);
        Rig rig = new Rig(before.machines);
        rig.time.pass(Duration.ofMinutes(5));
        return rig;
    }

    private static Events event(long seq, String kind) {
        return Events.of("k3f9", List.of(new Event(seq, kind, States.BOOT, Map.of())));
    }
}
