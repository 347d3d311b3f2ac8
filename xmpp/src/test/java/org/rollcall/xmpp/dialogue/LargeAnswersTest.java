package org.rollcall.xmpp.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.packet.Stanza;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.xmpp.stanza.Answer;
import org.rollcall.xmpp.stanza.NodeIq;

class LargeAnswersTest {
    private static final int LARGEST = 200 * 1024;

    @Test
    void allPartsTogetherAreTheWholeTableAndNoneIsTooLarge() throws Exception {
        try (TestMachine machine = new TestMachine()) {
            int rows = 0;
            int parts = 0;
            String after = "";
            do {
                machine.receive(
                        "<iq type='get' id='1' from='teacher@iut.rdz/x'><ask xmlns='urn:rollcall:1' command='many'"
                                + after + "><arg name='rows'>30000</arg></ask></iq>");
                NodeIq iq = (NodeIq) next(machine);
                Answer answer = Answer.from(iq.node());
                assertEquals((long) rows + 1, answer.table().rows().get(0).get(0));
                rows += answer.rows();
                parts++;
                after = answer.more() == null ? null : " after='" + answer.more() + "'";
            } while (after != null);
            assertEquals(30_000, rows);
            assertTrue(parts > 3, parts + " parts");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "é", "\uD83D\uDE00", "\t", "'", "x"})
    void evenOneHugeRowFitsIntoAStanzaOfEachFrontEnd(String character) throws Exception {
        try (TestMachine machine = new TestMachine()) {
            machine.huge = character.repeat(300_000 / character.length());
            machine.receive("<iq type='get' id='1' from='teacher@iut.rdz/x'>"
                    + "<ask xmlns='urn:rollcall:1' command='huge'/></iq>");
            assertEquals(
                    2,
                    Answer.from(((NodeIq) next(machine)).node())
                            .table()
                            .columns()
                            .size());
            machine.receive("<iq type='set' id='1' from='teacher@iut.rdz/x'>"
                    + "<command xmlns='http://jabber.org/protocol/commands' node='urn:rollcall:1#huge'/></iq>");
            next(machine);
            machine.receive("<message from='teacher@iut.rdz/x'><body>huge</body></message>");
            next(machine);
        }
    }

    private static Stanza next(TestMachine machine) throws Exception {
        Stanza stanza = machine.sent().poll(10, TimeUnit.SECONDS);
        int size = stanza.toXML("jabber:client").toString().getBytes(StandardCharsets.UTF_8).length;
        assertTrue(size <= LARGEST, "a stanza of " + size + " bytes");
        return stanza;
    }
}
