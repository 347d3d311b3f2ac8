package org.rollcall.xmpp.stanza;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jivesoftware.smack.packet.ErrorIQ;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Table;

class AskTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:09:56.123Z");

    @Test
    void aQuestionIsReadBack() throws Exception {
        Ask ask =
                new Ask("processes", "fr", JidCreate.bareFrom("teacher@iut.rdz"), "c1", Map.of("user", "a <b>\n\t c"));
        assertEquals(ask, Ask.from(Parsed.node(ask.toXml())));
    }

    @Test
    void aBadQuestionIsToldInOneSentence() {
        refused("<ask xmlns='urn:rollcall:1'/>", "<ask>: command is missing");
        refused("<ask xmlns='urn:rollcall:1' command='x' by='@'/>", "<ask>: by is not a JID");
        refused(
                "<ask xmlns='urn:rollcall:1' command='x'><arg name='a'/><arg name='a'/></ask>",
                "the argument a is given twice");
        refused(
                "<ask xmlns='urn:rollcall:1' command='x'><arg name='a'>" + "z".repeat(4097) + "</arg></ask>",
                "the argument a is longer than 4096 characters");
        refused(
                "<ask xmlns='urn:rollcall:1' command='x'><arg>" + "z".repeat(300_000) + "</arg></ask>",
                "<ask> is too large");
        refused(
                "<ask xmlns='urn:rollcall:1' command='x'>" + "<a>".repeat(1000) + "</a>".repeat(1000) + "</ask>",
                "<ask> is too large");
    }

    @Test
    void anAnswerOfEveryTypeIsReadBack() throws Exception {
        Table table = new Table(
                List.of(
                        Column.text("name"),
                        Column.count("pid"),
                        Column.bytes("memory"),
                        Column.duration("cpu"),
                        Column.time("since")),
                List.of(
                        List.of("a\tb\\n\r\n\\-", 4L, 48_728L * 1024, Duration.ofMillis(4_001), AT),
                        Arrays.asList("", null, null, null, null),
                        Arrays.asList(null, -1L, 0L, Duration.ofHours(30), Instant.EPOCH)),
                "all of them");
        String body = TsvCodec.encode(table);
        assertEquals("name\tpid:count\tmemory:bytes\tcpu:duration\tsince:time", body.split("\n")[0]);
        assertEquals("\\-\t\t\t\t", body.split("\n")[2]);
        Answer answer = new Answer("processes", AT, 3, "c2", "all of them", body);
        Answer read = Answer.from(Parsed.node(answer.toXml()));
        assertEquals(answer, read);
        assertEquals(table, read.table());
    }

    @Test
    void anAnswerWithoutRowsAndOneWithASingleUnknownAreToldApart() throws Exception {
        Table none = Table.of(List.of(Column.text("name")), List.of());
        Table unknown = Table.of(List.of(Column.text("name")), List.of(Arrays.asList((Object) null)));
        assertEquals(none, TsvCodec.decode(TsvCodec.encode(none), null));
        assertEquals(unknown, TsvCodec.decode(TsvCodec.encode(unknown), null));
    }

    @Test
    void aBrokenTableNamesItsLine() {
        broken("name\tpid:count\na", "line 2 of the answer: 1 cells, 2 columns");
        broken("pid:count\n4\nfour", "line 3 of the answer: pid is not a count");
        broken("cpu:duration\n1e99999999", "line 2 of the answer: cpu is not a duration");
        broken("name\na\\x", "line 2 of the answer: name is not a text");
        broken("", "line 1 of the answer: a column has no name");
    }

    @Test
    void aTypeOfANewerVersionIsShownAsText() throws Exception {
        assertEquals(
                List.of(List.of("21C")),
                TsvCodec.decode("heat:temperature\n21C", null).rows());
    }

    @Test
    void aRefusalIsReadBackFromItsStanzaError() throws Exception {
        IQ request = Parsed.stanza("<iq type='get' id='7' from='x@y/z'><ask xmlns='urn:rollcall:1' command='x'/></iq>");
        StanzaError error = RefusedAnswer.toError(
                        new Refusal(Refusal.Reason.NOT_ALLOWED, "Windows protège ce processus."), Locale.FRENCH)
                .build();
        ErrorIQ reply = Parsed.stanza(
                NodeIq.error(request, error).toXML("jabber:client").toString());
        assertEquals("Windows protège ce processus.", reply.getError().getDescriptiveText("fr"));
        Refusal refusal = RefusedAnswer.from(reply.getError());
        assertEquals(Refusal.Reason.NOT_ALLOWED, refusal.reason());
        assertEquals("Windows protège ce processus.", refusal.getMessage());
    }

    @Test
    void anErrorOfTheServerIsNoRefusal() {
        assertNull(RefusedAnswer.from(StanzaError.getBuilder(StanzaError.Condition.service_unavailable)
                .build()));
    }

    private static void refused(String xml, String sentence) {
        assertEquals(
                sentence,
                assertThrows(MalformedException.class, () -> Ask.from(Parsed.node(xml)))
                        .getMessage());
    }

    private static void broken(String body, String sentence) {
        assertEquals(
                sentence,
                assertThrows(MalformedException.class, () -> TsvCodec.decode(body, null))
                        .getMessage());
    }
}
