package org.rollcall.central.web.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.access.Who;
import org.rollcall.central.ask.MachineAsker;
import org.rollcall.central.ask.MachineOutcome;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.web.Waker;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Table;

/** Machines that answer one after the other, those that are on. */
public final class FakeAsker implements MachineAsker, Waker {
    private final BoardView board;
    private final Duration each;
    private final List<Question> asked = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
    private final List<Map<BareJid, Map<String, String>>> own = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    /** @param each how long a machine takes */
    public FakeAsker(BoardView board, Duration each) {
        this.board = board;
        this.each = each;
    }

    /** From now on whoever asks waits until giving up. */
    public void neverAnswer() {
        silent = true;
    }

    /** Completed once somebody gave up. */
    public CompletableFuture<Boolean> cancelled() {
        return cancelled;
    }

    public List<Question> asked() {
        return List.copyOf(asked);
    }

    /** What each machine was asked alone, question by question. */
    public List<Map<BareJid, Map<String, String>>> own() {
        return List.copyOf(own);
    }

    @Override
    public CompletableFuture<Void> ask(
            Question question, Map<BareJid, Map<String, String>> machines, Consumer<MachineOutcome> progress) {
        asked.add(question);
        if (silent) {
            CompletableFuture<Void> never = new CompletableFuture<>();
            never.whenComplete((done, failure) -> cancelled.complete(never.isCancelled()));
            return never;
        }
        own.add(machines);
        return later(
                machines.keySet(),
                jid -> progress.accept(answer(question, board.machine(jid).orElseThrow())));
    }

    @Override
    public CompletableFuture<Void> wake(
            Who who, String channel, Collection<BareJid> machines, Locale locale, Consumer<MachineOutcome> progress) {
        Table sent = new Table(List.of(), List.of(), "Sent by central.");
        return later(machines, jid -> {
            MachineNow machine = board.machine(jid).orElseThrow();
            progress.accept(new MachineOutcome(jid, machine.name(), sent, Instant.now(), null, null));
        });
    }

    private CompletableFuture<Void> later(Collection<BareJid> machines, Consumer<BareJid> each) {
        CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
        for (BareJid jid : machines) {
            all = all.thenRunAsync(
                    () -> each.accept(jid),
                    CompletableFuture.delayedExecutor(this.each.toMillis(), TimeUnit.MILLISECONDS));
        }
        return all;
    }

    private static MachineOutcome answer(Question question, MachineNow machine) {
        if (!machine.condition().isOn()) {
            return new MachineOutcome(
                    machine.jid(),
                    machine.name(),
                    null,
                    null,
                    machine.condition().id(),
                    "It does not answer.");
        }
        Table table = question.command().equals("processes") ? processes(machine) : Table.of(List.of(), List.of());
        return new MachineOutcome(machine.jid(), machine.name(), table, Instant.now(), null, null);
    }

    private static Table processes(MachineNow machine) {
        Instant started = Instant.now().minusSeconds(3_600);
        String user = machine.active() == null
                ? "IUT\\nobody"
                : "IUT\\" + machine.active().user();
        return Table.of(
                List.of(
                        Column.text("name"),
                        Column.count("pid"),
                        Column.count("session"),
                        Column.bytes("memory"),
                        Column.text("status"),
                        Column.text("user"),
                        Column.duration("cpu"),
                        Column.time("started"),
                        Column.count("threads"),
                        Column.count("parent")),
                List.of(
                        row("WINWORD.EXE", 444, 1, 49_889_280 + System.nanoTime() % 100_000, user, 4_200, started, 18),
                        row("firefox.exe", 5120, 1, 612_331_520, user, 91_500, started, 84),
                        row("explorer.exe", 3020, 1, 98_304_000, user, 12_000, started, 60),
                        row("MsMpEng.exe", 2212, 0, 210_000_000, "NT AUTHORITY\\SYSTEM", 300_000, started, 30),
                        row("svchost.exe", 812, 0, 18_000_000, "NT AUTHORITY\\SYSTEM", 20_000, started, 12),
                        row("lsass.exe", 700, 0, 22_000_000, "NT AUTHORITY\\SYSTEM", 9_000, started, 9),
                        row("<script>alert(1)</script>.exe", 9999, 1, 1_000, user, 1, started, 1)));
    }

    private static List<Object> row(
            String name,
            long pid,
            long session,
            long memory,
            String user,
            long cpuMillis,
            Instant started,
            long threads) {
        return Arrays.asList(
                name, pid, session, memory, "running", user, Duration.ofMillis(cpuMillis), started, threads, null);
    }
}
