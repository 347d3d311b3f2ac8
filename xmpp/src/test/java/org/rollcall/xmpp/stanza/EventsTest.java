package org.rollcall.xmpp.stanza;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:09:56Z");

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        Events sent = Events.of(
                "k3f9",
                List.of(
                        new Event(41, "logon", AT, Map.of("user", "o'brien <&> \"x\"", "session", "1")),
                        new Event(42, "logoff", AT, Map.of())));
        assertEquals(sent, Events.from(Parsed.node(sent.toXml())));
    }

    @Test
    void kindsAndAttributesOfANewerAgentAreKept() throws Exception {
        Events events = Events.from(Parsed.node("<events xmlns='urn:rollcall:1' journal='a' mood='good'>"
                + "<event seq='1' kind='hotdesk' at='2026-11-22T13:09:56+01:00' colour='blue'><x xmlns='y'/></event>"
                + "<weather/></events>"));
        assertEquals(List.of(new Event(1, "hotdesk", AT, Map.of("colour", "blue"))), events.events());
    }

    @Test
    void anEventThatCannotBeUnderstoodIsNamedAndTheOthersPass() throws Exception {
        Events events = Events.from(Parsed.node("<events xmlns='urn:rollcall:1' journal='a'>"
                + "<event seq='1' kind='lock' at='yesterday'/><event seq='2' at='2026-11-22T12:09:56Z'/>"
                + "<event seq='3' kind='lock' at='2026-11-22T12:09:56Z'/></events>"));
        assertEquals(3, events.events().get(0).seq());
        assertEquals(
                List.of(
                        new RefusedEvent(1, "<event>: at is not a time such as 2026-11-22T12:09:56Z: yesterday"),
                        new RefusedEvent(2, "<event>: kind is missing")),
                events.malformed());
        assertEquals(3, events.lastSeq());
    }

    @Test
    void aStanzaWithoutWhatNamesItsEventsIsRefusedAsAWhole() {
        refused("<events xmlns='urn:rollcall:1'><event seq='1'/></events>", "<events>: journal is missing");
        refused("<events xmlns='urn:rollcall:1' journal='a'/>", "<events> holds 0 events, not 1 to 500");
        refused(
                "<events xmlns='urn:rollcall:1' journal='a'><event seq='-1'/></events>",
                "<event>: seq is not a whole number: -1");
        refused(
                "<events xmlns='urn:rollcall:1' journal='a'><event seq='0'/></events>",
                "<event>: seq 0 does not come after 0");
        refused(
                "<events xmlns='urn:rollcall:1' journal='a'>" + "<event seq='1'/>".repeat(501) + "</events>",
                "<events> holds 501 events, not 1 to 500");
    }

    @Test
    void aHugeAttributeCostsItsEventOnly() throws Exception {
        Events events = Events.from(Parsed.node("<events xmlns='urn:rollcall:1' journal='a'>"
                + "<event seq='1' kind='lock' at='2026-11-22T12:09:56Z' user='" + "u".repeat(2000) + "'/></events>"));
        assertTrue(events.events().isEmpty());
        assertEquals(
                "<event>: user is longer than 1024 characters",
                events.malformed().get(0).reason());
    }

    @Test
    void storedIsReadBack() throws Exception {
        Stored stored = new Stored(41, List.of(new RefusedEvent(40, "its time is in the year 1601")));
        assertEquals(stored, Stored.from(Parsed.node(stored.toXml())));
    }

    private static void refused(String xml, String sentence) {
        MalformedException e = assertThrows(MalformedException.class, () -> Events.from(Parsed.node(xml)));
        assertEquals(sentence, e.getMessage());
    }
}
