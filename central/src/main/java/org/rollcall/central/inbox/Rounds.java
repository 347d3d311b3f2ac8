package org.rollcall.central.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jxmpp.jid.BareJid;

/** Something to be asked of each machine when it is due: a few at a time, so that 3,000 do not answer at once. */
final class Rounds {
    /** More machines than any park has; beyond it they are not asked. */
    private static final int MOST_DUE = 10_000;

    private record Due(BareJid machine, long at, long order) {}

    private final int mostInFlight;
    private final int mostATick;
    private final Function<BareJid, CompletionStage<?>> question;
    private final LongSupplier nanoTime;
    /** Counted from the first look, as times of the source itself may overflow. */
    private final long epoch;

    private final Map<BareJid, Due> due = new HashMap<>();
    private final TreeSet<Due> inOrder =
            new TreeSet<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
    private long orders;
    private int inFlight;

    /** @param question never throws; done when answered, or not to be */
    Rounds(int mostInFlight, int mostATick, Function<BareJid, CompletionStage<?>> question, LongSupplier nanoTime) {
        this.mostInFlight = mostInFlight;
        this.mostATick = mostATick;
        this.question = question;
        this.nanoTime = nanoTime;
        epoch = nanoTime.getAsLong();
    }

    /** Replaces a later time; an earlier one stays. */
    synchronized void due(BareJid machine, Duration in) {
        Due next = new Due(machine, nanoTime.getAsLong() - epoch + in.toNanos(), orders++);
        Due before = due.get(machine);
        if (before == null && due.size() >= MOST_DUE) {
            return;
        }
        if (before == null || next.at() < before.at()) {
            if (before != null) {
                inOrder.remove(before);
            }
            due.put(machine, next);
            inOrder.add(next);
        }
    }

    synchronized void forget(BareJid machine) {
        Due before = due.remove(machine);
        if (before != null) {
            inOrder.remove(before);
        }
    }

    synchronized void forgetAll() {
        due.clear();
        inOrder.clear();
    }

    void tick() {
        for (BareJid machine : take()) {
            question.apply(machine).whenComplete((answer, failure) -> ended());
        }
    }

    private synchronized List<BareJid> take() {
        long now = nanoTime.getAsLong() - epoch;
        List<BareJid> taken = new ArrayList<>();
        while (taken.size() < mostATick
                && inFlight < mostInFlight
                && !inOrder.isEmpty()
                && inOrder.first().at() <= now) {
            Due first = inOrder.pollFirst();
            due.remove(first.machine());
            taken.add(first.machine());
            inFlight++;
        }
        return taken;
    }

    private synchronized void ended() {
        inFlight--;
    }
}
