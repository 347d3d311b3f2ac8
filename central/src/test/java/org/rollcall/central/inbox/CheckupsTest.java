package org.rollcall.central.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rollcall.central.fake.States.active;
import static org.rollcall.central.fake.States.jid;
import static org.rollcall.central.fake.States.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jivesoftware.smack.packet.IQ;
import org.junit.jupiter.api.Test;
import org.rollcall.central.fake.FakeMachines;
import org.rollcall.central.fake.States;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.stanza.Answer;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.TsvCodec;
import org.rollcall.xmpp.stanza.XmlNode;

/** What central asks of machines by itself: their clock's time and their sheet. */
class CheckupsTest {
    private static final Instant LOGON = Instant.parse("2026-11-23T07:45:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private Rig rig = new Rig("a201b7").up();

    @Test
    void aClockThatIsOffIsShownAndItsTimesArePutRight() {
        clockIs(HOUR.plusSeconds(3));
        rig.says("a201b7", machine("a201b7", active("k", LOGON.plus(HOUR))));
        rig.pass(Duration.ofSeconds(1));
        assertEquals(HOUR.plusSeconds(3), rig.now("a201b7").clockOff());
        assertEquals(LOGON.minusSeconds(3), rig.now("a201b7").active().since());
    }

    @Test
    void aClockThatIsAboutRightIsRight() {
        clockIs(Duration.ofSeconds(-4));
        rig.says("a201b7", machine("a201b7"));
        rig.pass(Duration.ofSeconds(1));
        assertNull(rig.now("a201b7").clockOff());
    }

    @Test
    void aClockIsMeasuredAnewWhenItIsSetAndEveryHour() {
        clockIs(HOUR);
        rig.alive.add(jid("a201b7"));
        rig.says("a201b7", machine("a201b7"));
        rig.pass(Duration.ofSeconds(1));
        clockIs(Duration.ZERO);
        rig.events(Rig.full("a201b7"), Events.of("k3f9", List.of(new Event(2, Event.Kinds.CLOCK, LOGON, Map.of()))));
        rig.pass(Duration.ofSeconds(1));
        assertNull(rig.now("a201b7").clockOff());
        clockIs(HOUR.negated());
        rig.pass(Duration.ofMinutes(80));
        assertEquals(-3600, rig.now("a201b7").clockOff().toSeconds(), 1);
    }

    @Test
    void eventsWaitForTheFirstMeasurementOfASignInAsTheirTimesDependOnIt() {
        rig.says("a201b7", machine("a201b7"));
        Events start = Events.of("k3f9", List.of(new Event(1, Event.Kinds.START, LOGON, Map.of())));
        rig.events(Rig.full("a201b7"), start);
        assertEquals(List.of(), rig.store.committed());
        rig.pass(Duration.ofMillis(250));
        assertEquals(List.of("a201b7@iut.rdz k3f9 1"), rig.store.committed());
        rig.events(Rig.full("a201b7"), start);
        assertEquals(2, rig.store.committed().size());
    }

    @Test
    void anAnswerThatIsNoTimeIsNotBelieved() {
        rig.answers.put("time a201b7@iut.rdz", question -> {
            XmlNode time = new XmlNode("time", "urn:xmpp:time");
            time.child("utc").text("half past ten");
            return NodeIq.result(question, time);
        });
        rig.says("a201b7", machine("a201b7"));
        rig.pass(Duration.ofSeconds(1));
        assertNull(rig.now("a201b7").clockOff());
    }

    @Test
    void theSheetIsAskedOnceInEachLifeOfTheAgent() {
        sheet("hardware", "serial", "S1");
        rig.says("a201b7", machine("a201b7"));
        rig.pass(Duration.ofSeconds(1));
        rig.says("a201b7", machine("a201b7", active("k", LOGON)));
        rig.unavailable("a201b7");
        rig.says("a201b7", machine("a201b7"));
        rig.pass(Duration.ofSeconds(1));
        assertEquals(1, asked("ask"));
        String kept = rig.machines.sheet(jid("a201b7")).orElseThrow();
        assertTrue(kept.contains("\"rows\":[[\"hardware\",\"serial\",\"S1\",null]"), kept);
        assertTrue(kept.contains("{\"name\":\"size\",\"type\":\"bytes\"}"), kept);
        rig.says("a201b7", InboxTest.restarted("a201b7", "another"));
        rig.pass(Duration.ofSeconds(1));
        assertEquals(2, asked("ask"));
    }

    @Test
    void anotherComputerUnderAMachinesNameIsFlaggedUntilItIsGone() {
        sheet("hardware", "uuid", "U1", "hardware", "serial", "S1");
        signInAs("one");
        assertEquals("uuid=u1;serial=s1;", known().hardware());
        assertNull(known().otherHardware());
        sheet("hardware", "uuid", "U2", "hardware", "serial", "S1");
        signInAs("two");
        assertEquals("uuid=u1;serial=s1;", known().hardware());
        assertEquals("uuid=u2;serial=s1;", known().otherHardware());
        assertEquals(List.of("other hardware a201b7"), rig.suspicions.told);
        sheet("hardware", "uuid", "U1");
        signInAs("three");
        assertNull(known().otherHardware());
    }

    @Test
    void ofASeriesWithOneUuidAndOneSerialNumberTheCardsTell() {
        sheet("hardware", "uuid", "U1", "hardware", "serial", "S1", "hardware", "cards", "aa:01 aa:02");
        signInAs("one");
        sheet("hardware", "uuid", "U1", "hardware", "serial", "S1", "hardware", "cards", "aa:02 dd:01");
        signInAs("two");
        assertNull(known().otherHardware());
        sheet("hardware", "uuid", "U1", "hardware", "serial", "S1", "hardware", "cards", "bb:01");
        signInAs("three");
        assertEquals("uuid=u1;serial=s1;mac=bb:01;", known().otherHardware());
    }

    @Test
    void twoAgentsThatSignInInTurnsAreFlaggedAndToldOnce() {
        sheet("hardware", "uuid", "U1");
        for (String journal : List.of("one", "two", "one", "two", "one")) {
            signInAs(journal);
        }
        assertEquals(
                "uuid=u1;", known().otherHardware(), "also where both say the same hardware, as a virtual PC's copy");
        assertEquals(List.of("contended a201b7"), rig.suspicions.told);
    }

    @Test
    void aReadingThatFailedOrALearntCardIsNoOtherComputer() {
        sheet("hardware", "serial", "S1", "network", "interface.1.mac", "aa:00");
        signInAs("one");
        sheet("network", "interface.1.mac", "bb:00", "network", "interface.2.mac", "aa:00");
        signInAs("two");
        assertNull(known().otherHardware());
        sheet("hardware", "serial", "S1", "network", "interface.1.mac", "cc:00");
        signInAs("three");
        assertNull(known().otherHardware());
    }

    @Test
    void theDemosMachinesAreMarkedAsSuch() {
        sheet("agent", "notifications", "simulated");
        rig.says("a201b7", machine("a201b7"));
        rig.pass(Duration.ofSeconds(1));
        assertTrue(rig.now("a201b7").simulated());
        Rig restarted = new Rig(rig.machines).up();
        assertFalse(restarted.now("a201b7").simulated());
        restarted.says("a201b7", machine("a201b7"));
        restarted.pass(Duration.ofSeconds(1));
        assertTrue(restarted.now("a201b7").simulated());
        assertEquals(
                List.of("time"),
                restarted.asked.stream().map(IQ::getChildElementName).toList());
    }

    @Test
    void manyMachinesAreAskedAFewAtATime() {
        String[] accounts = new String[300];
        Arrays.setAll(accounts, i -> "m" + i);
        rig = new Rig(FakeMachines.of(accounts)).up();
        for (String account : accounts) {
            rig.says(account, machine(account));
        }
        rig.pass(Duration.ofMillis(250));
        assertEquals(64, asked("time"));
        assertEquals(2, asked("ask"));
        rig.pass(Duration.ofSeconds(4));
        assertEquals(300, asked("time"));
    }

    private void signInAs(String journal) {
        rig.says("a201b7", InboxTest.restarted("a201b7", journal));
        rig.pass(Duration.ofSeconds(1));
    }

    private KnownMachine known() {
        return rig.machines.find(States.jid("a201b7")).orElseThrow();
    }

    private long asked(String element) {
        return rig.asked.stream()
                .filter(question -> question.getChildElementName().equals(element))
                .count();
    }

    private void clockIs(Duration ahead) {
        rig.answers.put("time a201b7@iut.rdz", question -> {
            XmlNode time = new XmlNode("time", "urn:xmpp:time");
            time.child("tzo").text("+01:00");
            time.child("utc").text(rig.time.instant().plus(ahead).toString());
            return NodeIq.result(question, time);
        });
    }

    private void sheet(String... facts) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < facts.length; i += 3) {
            rows.add(Arrays.asList(facts[i], facts[i + 1], facts[i + 2], null));
        }
        Table table = Table.of(
                List.of(Column.text("group"), Column.text("fact"), Column.text("value"), Column.bytes("size")), rows);
        Function<IQ, IQ> answer = question -> NodeIq.result(
                question, new Answer("host", LOGON, rows.size(), null, null, TsvCodec.encode(table)).toXml());
        rig.answers.put("ask a201b7@iut.rdz", answer);
    }
}
