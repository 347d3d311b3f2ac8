package org.rollcall.central.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.RefusedEvent;
import org.rollcall.xmpp.stanza.Stored;

/** Each event once, and none without a word. */
public class EventStoreTest extends StoreCase {
    @Test
    void aRepeatIsAnsweredAgainAndStoredOnce() {
        for (int i = 0; i < 3; i++) {
            Stored stored = commit(B7, "j1", start(1, BOOT, BOOT), of("kevin", 2, "logon", NINE));
            assertEquals(new Stored(2, List.of()), stored);
        }
        assertEquals(List.of("start 1", "logon 2"), events(B7));
        assertEquals(1, all().size());
    }

    @Test
    void aRepeatAfterARestartOfCentralIsOneToo() {
        commit(B7, "j1", start(1, BOOT, BOOT), of("kevin", 2, "logon", NINE));
        reopen();
        commit(B7, "j1", start(1, BOOT, BOOT), of("kevin", 2, "logon", NINE), of("kevin", 3, "lock", at("09:01:00")));
        assertEquals(List.of("start 1", "logon 2", "lock 3"), events(B7));
    }

    @Test
    void theKeyIsTheSenderTheJournalAndTheSeq() {
        commit(B7, "j1", of("kevin", 1, "logon", NINE));
        commit(C4, "j1", of("anne", 1, "logon", NINE));
        commit(B7, "j2", of("jean", 1, "logon", NINE));
        assertEquals(3, all().size());
    }

    @Test
    void whatNeverCameIsCountedAsMissing() {
        commit(B7, "j1", start(1, BOOT, BOOT));
        assertEquals(0, missing(B7));
        commit(B7, "j1", of("kevin", 5, "logon", NINE));
        assertEquals(3, missing(B7));
    }

    @Test
    void whatAnEarlierJournalStillHeldAndNeverSentIsMissing() {
        commit(B7, "j1", start(1, BOOT, BOOT));
        commit(B7, "j2", start(1, NINE, BOOT, "previous", "j1", "previous-seq", "4"));
        assertEquals(3, missing(B7));
        commit(B7, "j3", start(1, NINE, BOOT, "previous", "never-heard-of", "previous-seq", "2"));
        assertEquals(5, missing(B7));
    }

    @Test
    void theFirstJournalOfAMachineMissesNothingOfTheTimeBeforeCentral() {
        commit(B7, "j8", start(1, BOOT, BOOT, "previous", "j7", "previous-seq", "400"));
        assertEquals(0, missing(B7));
    }

    @Test
    void whatWasMissingAndComesAfterAllIsStored() {
        commit(B7, "j1", of("kevin", 4, "lock", at("09:30:00")));
        commit(B7, "j1", at("09:31:00"), of("kevin", 2, "logon", NINE));
        assertEquals(List.of("logon 2", "lock 4"), events(B7));
        assertEquals(2, missing(B7), "1 and 3");
        commit(B7, "j1", at("09:31:00"), of("kevin", 2, "logon", NINE));
        assertEquals(2, events(B7).size());
    }

    @Test
    void whatCannotBeAcceptedIsNamedAndTheRestIsStored() {
        Events events = new Events(
                "j1",
                List.of(of("kevin", 1, "logon", NINE), event(3, "logon", NINE, "user", "anne")),
                List.of(new RefusedEvent(2, "at is not a time")));
        Stored stored = await(stores.events().commit(B7, events, NINE));
        assertEquals(3, stored.seq());
        assertEquals(
                List.of(new RefusedEvent(2, "at is not a time"), new RefusedEvent(3, "<event>: a logon needs uid")),
                stored.refused());
        assertEquals(0, missing(B7), "refused is not missing");
        assertEquals(1, all().size());
    }

    @Test
    void kindsOfANewerAgentAreKept() {
        commit(B7, "j1", event(1, "hibernated", NINE, "why", "lid"));
        assertEquals(List.of("hibernated 1"), events(B7));
    }

    @Test
    void aBadStanzaHurtsItselfAlone() throws Exception {
        List<CompletableFuture<Stored>> answers = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            var sender = i == 150 ? JidCreate.bareFrom("nobody@iut.rdz") : B7;
            Events one = Events.of("j1", List.of(of("kevin" + i, i, "logon", NINE)));
            answers.add(stores.events().commit(sender, one, NINE).toCompletableFuture());
        }
        for (int i = 1; i <= 300; i++) {
            CompletableFuture<Stored> answer = answers.get(i - 1);
            if (i == 150) {
                assertThrows(ExecutionException.class, () -> answer.get(30, TimeUnit.SECONDS));
            } else {
                assertEquals(i, answer.get(30, TimeUnit.SECONDS).seq());
            }
        }
        assertEquals(299, all().size());
    }

    @Test
    void moreThanTwoThousandWaitingStanzasAreRefusedAtOnce() {
        List<CompletableFuture<Stored>> answers = new ArrayList<>();
        for (int i = 1; i <= 20_000; i++) {
            Events one = Events.of("j1", List.of(event(i, "clock", NINE)));
            answers.add(stores.events().commit(B7, one, NINE).toCompletableFuture());
        }
        long refused = answers.stream()
                .filter(answer -> answer.handle((stored, e) -> e instanceof RejectedExecutionException)
                        .getNow(false))
                .count();
        assertTrue(refused > 0, "none was refused");
        answers.forEach(answer -> answer.handle((stored, e) -> stored).join());
        assertEquals(20_000 - refused, events(B7).size());
    }
}
