package org.rollcall.agent.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.packet.StanzaError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.agent.journal.Journal;
import org.rollcall.agent.journal.TestJournals;
import org.rollcall.agent.schedule.ManualScheduler;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.RefusedEvent;
import org.rollcall.xmpp.stanza.Stored;

class EventSenderTest {
    private static final Jid CENTRAL = JidCreate.entityFullFromOrThrowUnchecked("windows@iut.rdz/central");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path temp;

    private final FakeLink link = new FakeLink();
    private final ManualScheduler scheduler = new ManualScheduler();
    private Journal journal;
    private EventSender sender;

    @BeforeEach
    void start() throws Exception {
        journal = TestJournals.in(temp);
        sender = new EventSender(link, journal, CENTRAL.asBareJid(), scheduler);
        journal.onChange(sender::wake);
    }

    @Test
    void nothingIsSentWhileCentralIsNotThere() {
        append(3);
        scheduler.pass(Duration.ofHours(1));
        assertEquals(List.of(), link.taken());
        central(true);
        assertEquals(List.of(1L, 2L, 3L), seqs(only()));
    }

    @Test
    void anEventGoesToCentralsResourceUnderItsJournalsName() throws Exception {
        central(true);
        append(1);
        NodeIq iq = only();
        assertEquals(CENTRAL, iq.getTo());
        assertEquals(IQ.Type.set, iq.getType());
        assertEquals(journal.id(), Events.from(iq.node()).journal());
    }

    @Test
    void theNextGoesWhenCentralHasAnsweredAndNotBefore() {
        central(true);
        append(1);
        NodeIq first = only();
        append(2);
        assertEquals(List.of(), link.taken());
        stored(first, 1);
        assertEquals(List.of(2L, 3L), seqs(only()));
    }

    @Test
    void atMostFiftyAreInFlight() {
        append(120);
        central(true);
        NodeIq first = only();
        assertEquals(50, seqs(first).size());
        stored(first, 50);
        NodeIq second = only();
        assertEquals(51L, seqs(second).get(0));
        stored(second, 100);
        NodeIq third = only();
        assertEquals(20, seqs(third).size());
        stored(third, 120);
        assertEquals(List.of(), link.taken());
    }

    @Test
    void noStanzaComesNearTheLimitOfAServer() {
        String longest = "'".repeat(256);
        for (int i = 0; i < 60; i++) {
            journal.append("logon", NOON, Map.of("user", longest, "fullname", longest, "domain", longest));
        }
        central(true);
        int size = only().toXML().toString().length();
        assertTrue(size < 200 * 1024, "the stanza has " + size + " bytes");
    }

    @Test
    void withoutAnAnswerTheSameGoesAgainAfterHalfAMinuteDoublingToFive() {
        central(true);
        append(1);
        assertEquals(List.of(1L), seqs(only()));
        for (int seconds : new int[] {30, 60, 120, 240, 300, 300}) {
            scheduler.pass(Duration.ofSeconds(seconds - 1));
            assertEquals(List.of(), link.taken(), "before " + seconds + " s");
            scheduler.pass(Duration.ofSeconds(1));
            assertEquals(List.of(1L), seqs(only()), "after " + seconds + " s");
        }
    }

    @Test
    void aLateAnswerToAnEarlierTryCounts() {
        append(2);
        central(true);
        NodeIq first = only();
        scheduler.pass(Duration.ofSeconds(30));
        NodeIq second = only();
        stored(first, 2);
        append(1);
        assertEquals(List.of(3L), seqs(only()));
        stored(second, 2);
        assertEquals(List.of(), link.taken());
    }

    @Test
    void onANewStreamTheSameGoesAgainAtOnce() {
        central(true);
        append(1);
        only();
        sender.down(new LinkFailure(LinkFailure.Kind.LOST, "reset"));
        assertEquals(List.of(), link.taken());
        central(true);
        assertEquals(List.of(1L), seqs(only()));
    }

    @Test
    void onCentralsReturnTheSameGoesAgainAtOnceAndNothingBefore() {
        central(true);
        append(1);
        only();
        central(false);
        scheduler.pass(Duration.ofHours(2));
        assertEquals(List.of(), link.taken());
        central(true);
        assertEquals(List.of(1L), seqs(only()));
    }

    @Test
    void anErrorIsWaitedOutUnlessCentralSaysAnewThatItIsThere() {
        central(true);
        append(1);
        error(only());
        assertEquals(List.of(), link.taken());
        scheduler.pass(Duration.ofSeconds(30));
        error(only());
        central(true);
        assertEquals(List.of(1L), seqs(only()));
    }

    @Test
    void aBatchThatIsAnsweredByAnErrorEachTimeStaysWholeAndGoesLaterAndLater() {
        append(2);
        central(true);
        error(only());
        for (int seconds : new int[] {30, 60, 120, 240, 300, 300}) {
            scheduler.pass(Duration.ofSeconds(seconds - 1));
            assertEquals(List.of(), link.taken(), "before " + seconds + " s");
            scheduler.pass(Duration.ofSeconds(1));
            NodeIq again = only();
            assertEquals(List.of(1L, 2L), seqs(again), "after " + seconds + " s");
            error(again);
        }
        assertEquals(2, journal.unanswered(50, 10_000).orElseThrow().events().size());
    }

    @Test
    void centralSayingAgainThatItIsThereDisturbsNothingThatIsUnderWay() {
        central(true);
        append(1);
        only();
        central(true);
        assertEquals(List.of(), link.taken());
    }

    @Test
    void aStanzaThatTheLinkDidNotTakeGoesASecondLater() {
        link.up(false);
        central(true);
        append(1);
        link.up(true);
        scheduler.pass(Duration.ofSeconds(1));
        assertEquals(List.of(1L), seqs(only()));
    }

    @Test
    void anEarlierJournalGoesFirstUnderItsOwnName() throws Exception {
        append(2);
        String before = journal.id();
        journal.close();
        start();
        append(1);
        central(true);
        NodeIq old = only();
        assertEquals(before, Events.from(old.node()).journal());
        stored(old, 2);
        assertEquals(journal.id(), Events.from(only().node()).journal());
    }

    @Test
    void aRefusedEventIsSetAsideAndTheOthersGoOn() throws Exception {
        central(true);
        append(3);
        NodeIq one = only();
        stored(one, 1);
        NodeIq two = only();
        answer(two, new Stored(3, List.of(new RefusedEvent(2, "no such session"))));
        assertEquals(List.of(), link.taken());
        String aside = Files.readString(temp.resolve("refused.log"));
        assertTrue(aside.contains("no such session") && aside.contains("user-2"), aside);
        assertTrue(journal.unanswered(1, 1).isEmpty());
    }

    @Test
    void anAnswerForPartOfABatchLetsTheRestGoAgain() {
        append(3);
        central(true);
        stored(only(), 2);
        assertEquals(List.of(3L), seqs(only()));
    }

    @Test
    void anAnswerThatSaysMoreThanWasSentTakesNothingElseAway() {
        central(true);
        append(1);
        NodeIq first = only();
        append(1);
        stored(first, 99);
        assertEquals(List.of(2L), seqs(only()));
    }

    @Test
    void anAnswerThatCannotBeReadOrStoresNothingIsNoAnswer() {
        central(true);
        append(1);
        NodeIq first = only();
        stored(first, 0);
        scheduler.pass(Duration.ofSeconds(30));
        NodeIq again = only();
        NodeIq nonsense = NodeIq.result(
                again,
                Events.of("x", List.of(new Event(1, "logon", NOON, Map.of()))).toXml());
        receive(nonsense, again);
        assertEquals(List.of(), link.taken());
        scheduler.pass(Duration.ofSeconds(60));
        assertEquals(List.of(1L), seqs(only()));
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            journal.append("logon", NOON, Map.of("user", "user-" + (journal.seq() + 1)));
        }
    }

    private void central(boolean available) {
        sender.received(StanzaBuilder.buildPresence()
                .from(CENTRAL)
                .ofType(available ? Presence.Type.available : Presence.Type.unavailable)
                .build());
    }

    private void stored(NodeIq request, long seq) {
        answer(request, new Stored(seq, List.of()));
    }

    private void answer(NodeIq request, Stored stored) {
        receive(NodeIq.result(request, stored.toXml()), request);
    }

    private void receive(NodeIq result, NodeIq request) {
        result.setFrom(request.getTo());
        sender.received(result);
    }

    private void error(NodeIq request) {
        IQ error = NodeIq.error(
                request,
                StanzaError.getBuilder(StanzaError.Condition.service_unavailable)
                        .build());
        error.setFrom(request.getTo());
        sender.received(error);
    }

    private NodeIq only() {
        List<Stanza> sent = link.taken();
        assertEquals(1, sent.size(), () -> sent.toString());
        return (NodeIq) sent.get(0);
    }

    private static List<Long> seqs(NodeIq iq) {
        List<Long> seqs = new ArrayList<>();
        try {
            Events.from(iq.node()).events().forEach(event -> seqs.add(event.seq()));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
        return seqs;
    }
}
