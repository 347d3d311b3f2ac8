package org.rollcall.xmpp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.xmpp.dialogue.FakeClock;
import org.rollcall.xmpp.dialogue.FakeCommand;

class CommandRunnerTest {
    private static final List<Column> COLUMNS = List.of(Column.text("x"));
    private static final Table DONE = Table.of(COLUMNS, List.of(List.of("done")));
    private static final Jid CENTRAL = JidCreate.fromOrThrowUnchecked("windows@iut.rdz/central");
    private static final Jid ADMIN = JidCreate.fromOrThrowUnchecked("admin@iut.rdz/gajim");
    private static final Jid PUPIL = JidCreate.fromOrThrowUnchecked("pupil@iut.rdz/gajim");
    private static final Jid MACHINE = JidCreate.fromOrThrowUnchecked("a201b9@iut.rdz/agent");

    private final List<Audit.Entry> audited = Collections.synchronizedList(new ArrayList<>());
    private final BlockingQueue<Object> outcomes = new LinkedBlockingQueue<>();
    private final Access access = new Access(
            Map.of(CENTRAL.asBareJid(), Role.OPERATOR, ADMIN.asBareJid(), Role.ADMIN),
            Map.of(JidCreate.domainBareFromOrThrowUnchecked("iut.rdz"), Role.VIEWER),
            Pattern.compile("[a-z]\\d{3}.*"),
            CENTRAL.asBareJid());
    private final CountDownLatch release = new CountDownLatch(1);
    private CommandRunner runner;

    @AfterEach
    void stop() {
        release.countDown();
        runner.close();
    }

    @Test
    void theRoleDecidesAtEachCall() throws Exception {
        runner = runner(
                FakeCommand.question("ask", List.of(), COLUMNS, request -> DONE),
                FakeCommand.order("act", List.of(), COLUMNS, request -> DONE));
        assertEquals(DONE, outcome(call(PUPIL, "ask", Map.of())));
        assertRefused(Refusal.Reason.FORBIDDEN, outcome(call(PUPIL, "act", Map.of())));
        assertEquals(DONE, outcome(call(CENTRAL, "act", Map.of())));
        assertRefused(Refusal.Reason.FORBIDDEN, outcome(call(MACHINE, "ask", Map.of())));
        assertRefused(
                Refusal.Reason.FORBIDDEN,
                outcome(call(JidCreate.fromOrThrowUnchecked("x@evil.example/y"), "nonsense", Map.of())));
        assertEquals(
                List.of("ask", "act"),
                runner.visibleTo(Role.OPERATOR).stream().map(Command::name).toList());
        assertEquals(
                List.of("ask"),
                runner.visibleTo(Role.VIEWER).stream().map(Command::name).toList());
    }

    @Test
    void onBehalfOfSomebodyCountsFromCentralAlone() throws Exception {
        BlockingQueue<Asker> askers = new LinkedBlockingQueue<>();
        runner = runner(FakeCommand.question("ask", List.of(), COLUMNS, request -> {
            askers.add(request.asker());
            return DONE;
        }));
        outcome(new Call(CENTRAL, ADMIN.asBareJid(), "ask", Map.of(), Locale.ENGLISH, false, "ask"));
        outcome(new Call(PUPIL, ADMIN.asBareJid(), "ask", Map.of(), Locale.ENGLISH, false, "ask"));
        assertEquals(new Asker(CENTRAL, ADMIN.asBareJid(), Role.OPERATOR, "ask"), askers.poll());
        assertEquals(new Asker(PUPIL, null, Role.VIEWER, "ask"), askers.poll());
        assertEquals(ADMIN.asBareJid(), audited.get(0).by());
        assertNull(audited.get(1).by());
        assertEquals(PUPIL, audited.get(1).from());
    }

    @Test
    void eachTypeOfArgumentIsReadOrNamedAsWrong() throws Exception {
        AtomicReference<Request> seen = new AtomicReference<>();
        runner = runner(FakeCommand.question(
                "ask",
                List.of(
                        Parameter.optional("text", Parameter.Type.TEXT),
                        Parameter.optional("count", Parameter.Type.COUNT),
                        Parameter.optional("delay", Parameter.Type.DURATION),
                        Parameter.optional("since", Parameter.Type.TIME),
                        Parameter.optional("all", Parameter.Type.FLAG),
                        Parameter.choice("sort", "cpu", "memory")),
                COLUMNS,
                request -> {
                    seen.set(request);
                    return DONE;
                }));
        outcome(call(
                ADMIN,
                "ask",
                Map.of("text", "a b", "count", " 7 ", "delay", "2H", "since", "9:05", "all", "yes", "sort", "CPU")));
        Request request = seen.get();
        assertEquals(Optional.of("a b"), request.text("text"));
        assertEquals(Optional.of(7L), request.count("count"));
        assertEquals(Optional.of(Duration.ofHours(2)), request.duration("delay"));
        assertEquals(Optional.of(Instant.parse("2026-11-22T08:05:00Z")), request.time("since"));
        assertTrue(request.flag("all"));
        assertEquals(Optional.of("cpu"), request.text("sort"));

        assertWrong("count", "-1", "count=-1 is not a whole number.");
        assertWrong("count", "9".repeat(30), "count=" + "9".repeat(30) + " is not a whole number.");
        assertWrong("delay", "5", "delay=5 is not a duration such as 30s, 5m, 2h or 1d.");
        assertWrong("delay", "9999999999999d", "delay=9999999999999d is not a duration such as 30s, 5m, 2h or 1d.");
        assertWrong(
                "since", "noon", "since=noon is not a time such as 13:09, \"friday 15:00\" or \"2026-11-22 13:09\".");
        assertWrong("all", "perhaps", "all=perhaps is neither true nor false.");
        assertWrong("sort", "size", "sort=size is not one of: cpu, memory.");
        assertWrong("text", "x".repeat(5000), "The argument text is longer than 4096 characters.");
        assertWrong("colour", "red", "There is no argument colour; ask knows: text, count, delay, since, all, sort.");
        for (String time : List.of("2026-11-22", "2026-11-22T13:00:00+01:00", "2026-11-22 13:00", "23:59:59")) {
            assertEquals(DONE, outcome(call(ADMIN, "ask", Map.of("since", time))), time);
        }
    }

    @Test
    void tooManyArgumentsAreRefused() throws Exception {
        runner = runner(FakeCommand.question("ask", List.of(), COLUMNS, request -> DONE));
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 33; i++) {
            many.put("a" + i, "");
        }
        assertRefused(Refusal.Reason.BAD_REQUEST, outcome(call(ADMIN, "ask", many)));
    }

    @Test
    void aCommandThatTakesTooLongIsInterruptedAndItsAskerAnswered() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        runner = runner(slow("slow", Duration.ofMillis(100), () -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        }));
        Refusal refusal = assertRefused(Refusal.Reason.INTERNAL_SERVER_ERROR, outcome(call(ADMIN, "slow", Map.of())));
        assertEquals("slow did not finish within 1 s and was stopped.", refusal.getMessage());
        assertTrue(interrupted.await(5, TimeUnit.SECONDS));
        assertEquals("internal-server-error", audited.get(0).outcome());
        assertEquals(1, audited.size());
    }

    @Test
    void whenAllThreadsAndTheQueueAreTakenTheAskerIsToldToComeBack() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        runner = new CommandRunner(
                List.of(slow("slow", Duration.ofMinutes(1), () -> {
                    started.countDown();
                    release.await();
                })),
                () -> access,
                audited::add,
                new FakeClock(),
                ZoneId.of("Europe/Paris"),
                new Workers(1, 1));
        run(call(ADMIN, "slow", Map.of()));
        assertTrue(started.await(5, TimeUnit.SECONDS));
        run(call(ADMIN, "slow", Map.of()));
        run(call(ADMIN, "slow", Map.of()));
        assertRefused(Refusal.Reason.RESOURCE_CONSTRAINT, outcomes.poll(5, TimeUnit.SECONDS));
        release.countDown();
        assertEquals(DONE, outcomes.poll(5, TimeUnit.SECONDS));
        assertEquals(DONE, outcomes.poll(5, TimeUnit.SECONDS));
    }

    @Test
    void whatWaitedPastItsLimitIsNeverBegun() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        List<String> begun = Collections.synchronizedList(new ArrayList<>());
        runner = new CommandRunner(
                List.of(
                        slow("slow", Duration.ofMinutes(1), () -> {
                            started.countDown();
                            release.await();
                        }),
                        slow("late", Duration.ofMillis(50), () -> begun.add("late"))),
                () -> access,
                audited::add,
                new FakeClock(),
                ZoneId.of("Europe/Paris"),
                new Workers(1, 5));
        run(call(ADMIN, "slow", Map.of()));
        assertTrue(started.await(5, TimeUnit.SECONDS));
        run(call(ADMIN, "late", Map.of()));
        assertRefused(Refusal.Reason.INTERNAL_SERVER_ERROR, outcomes.poll(5, TimeUnit.SECONDS));
        release.countDown();
        assertEquals(DONE, outcomes.poll(5, TimeUnit.SECONDS));
        assertTrue(begun.isEmpty());
    }

    @Test
    void anyFailureBecomesAClearRefusalWithoutItsDetails() throws Exception {
        runner = runner(
                FakeCommand.question("bug", List.of(), COLUMNS, request -> {
                    throw new IllegalStateException("secret detail, thrown on purpose by this test");
                }),
                FakeCommand.question("dll", List.of(), COLUMNS, request -> {
                    throw new UnsatisfiedLinkError("thrown on purpose by this test");
                }));
        Refusal bug = assertRefused(Refusal.Reason.INTERNAL_SERVER_ERROR, outcome(call(ADMIN, "bug", Map.of())));
        assertEquals("bug failed here; the reason is in the log.", bug.getMessage());
        assertRefused(Refusal.Reason.INTERNAL_SERVER_ERROR, outcome(call(ADMIN, "dll", Map.of())));
    }

    @Test
    void whatLooksLikeASecretIsNotInTheAudit() throws Exception {
        runner = runner(FakeCommand.question("ask", List.of(), COLUMNS, request -> DONE));
        outcome(call(ADMIN, "ask", Map.of("password", "hunter2")));
        assertEquals(Map.of("password", "***"), audited.get(0).arguments());
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static FakeCommand slow(String name, Duration limit, Work work) {
        return new FakeCommand(
                Signature.question(name, Role.VIEWER).giving(COLUMNS).within(limit), request -> {
                    work.run();
                    return DONE;
                });
    }

    private CommandRunner runner(Command... commands) {
        return new CommandRunner(
                List.of(commands),
                () -> access,
                audited::add,
                new FakeClock(),
                ZoneId.of("Europe/Paris"),
                new Workers());
    }

    private static Call call(Jid from, String command, Map<String, String> arguments) {
        return new Call(from, null, command, arguments, Locale.ENGLISH, true, "chat");
    }

    private void run(Call call) {
        runner.run(call, new Reply() {
            @Override
            public void answered(Table table, Instant at) {
                outcomes.add(table);
            }

            @Override
            public void refused(Refusal refusal) {
                outcomes.add(refusal);
            }
        });
    }

    private Object outcome(Call call) throws InterruptedException {
        run(call);
        return outcomes.poll(5, TimeUnit.SECONDS);
    }

    private void assertWrong(String argument, String value, String sentence) throws InterruptedException {
        Refusal refusal =
                assertRefused(Refusal.Reason.BAD_REQUEST, outcome(call(ADMIN, "ask", Map.of(argument, value))));
        assertEquals(sentence, refusal.getMessage());
    }

    private static Refusal assertRefused(Refusal.Reason reason, Object outcome) {
        assertNotNull(outcome, "no outcome within 5 s");
        Refusal refusal = (Refusal) outcome;
        assertEquals(reason, refusal.reason());
        return refusal;
    }
}
