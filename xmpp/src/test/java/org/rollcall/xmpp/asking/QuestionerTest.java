package org.rollcall.xmpp.asking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.xmpp.asking.Outcome.Unanswered;

class QuestionerTest {
    private static final Question QUESTION =
            new Question("sessions", Map.of(), false, Duration.ofSeconds(1), Locale.ENGLISH, null);

    private record Sent(Target target, CompletableFuture<Outcome> outcome) {
        void end() {
            outcome.complete(new Unanswered(target, "off", "off"));
        }
    }

    private final List<Sent> sent = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Questioner questioner = new Questioner((question, target) -> {
        sent.add(new Sent(target, new CompletableFuture<>()));
        return sent.get(sent.size() - 1).outcome();
    });

    @Test
    void onlySoManyAreInFlightAndEachEndLetsTheNextGo() {
        CompletableFuture<Void> done = ask(machines("a", 100));
        assertEquals(Questioner.IN_FLIGHT, sent.size());
        for (int i = 0; i < 100; i++) {
            assertFalse(done.isDone());
            sent.get(i).end();
            assertEquals(Math.min(100, Questioner.IN_FLIGHT + i + 1), sent.size());
        }
        assertTrue(done.isDone());
        assertEquals(100, heard.size());
    }

    @Test
    void whoAsksOneMachineWaitsForOneTurnNotForAll() {
        ask(machines("a", 200));
        ask(machines("b", 1));
        sent.get(0).end();
        sent.get(1).end();
        assertTrue(sent.stream().anyMatch(s -> s.target().name().equals("b0")));
    }

    @Test
    void whatIsTakenBackIsNotSent() {
        CompletableFuture<Void> done = ask(machines("a", 100));
        done.cancel(false);
        List.copyOf(sent).forEach(Sent::end);
        assertEquals(Questioner.IN_FLIGHT, sent.size());
        assertTrue(ask(machines("b", 1)).cancel(false));
    }

    @Test
    void thousandsThatFailAtOnceDoNotNest() {
        Questioner failing = new Questioner((question, target) ->
                CompletableFuture.completedFuture(new Unanswered(target, "disconnected", "no link")));
        assertTrue(failing.ask(
                        QUESTION,
                        machines("a", 20_000),
                        o -> heard.add(o.target().name()))
                .isDone());
        assertEquals(20_000, heard.size());
    }

    @Test
    void toAskNobodyIsDoneAtOnce() {
        assertTrue(ask(List.of()).isDone());
    }

    private CompletableFuture<Void> ask(List<Target> targets) {
        return questioner.ask(
                QUESTION, targets, outcome -> heard.add(outcome.target().name()));
    }

    private static List<Target> machines(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Target.machine(prefix + i, JidCreate.bareFromOrThrowUnchecked(prefix + i + "@iut.rdz")))
                .toList();
    }
}
