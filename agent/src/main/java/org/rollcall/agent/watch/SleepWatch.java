package org.rollcall.agent.watch;

import java.time.Duration;

/** Whether the machine sleeps: as the host foretells it, and as the clocks tell afterwards. */
final class SleepWatch {
    /** A suspend that was called off brings no resume: running on for this long means awake. */
    private static final Duration AWAKE_AFTER_ALL = Duration.ofSeconds(60);
    /** Windows says twice that it resumed: by itself, and again when a person is there (PBT_APMRESUMESUSPEND). */
    private static final Duration SAME_RESUME = Duration.ofMinutes(5);

    enum Verdict {
        /** Nothing of the kind. */
        AWAKE,
        FALLING_ASLEEP,
        /** It slept, as was foretold. */
        WOKE_UP,
        /** It slept, and nobody had said so. */
        WOKE_UP_UNFORETOLD
    }

    private boolean asleep;
    private boolean resumed;
    private long asleepAt;
    private boolean everWoke;
    private long wokeAt;

    /** False when that is known already. */
    synchronized boolean suspending(long nanos) {
        boolean news = !asleep;
        asleep = true;
        resumed = false;
        asleepAt = nanos;
        return news;
    }

    synchronized void resumed() {
        resumed = true;
    }

    synchronized Verdict look(TimeWatch.Gap gap, long nanos) {
        boolean news = asleep || !everWoke || nanos - wokeAt > SAME_RESUME.toNanos();
        boolean cameBack = resumed && news || gap.slept() != null;
        resumed = false;
        boolean ranOn = asleep && (gap.stepped() != null || nanos - asleepAt > AWAKE_AFTER_ALL.toNanos());
        if (!cameBack && !ranOn) {
            return asleep ? Verdict.FALLING_ASLEEP : Verdict.AWAKE;
        }
        Verdict verdict = asleep ? Verdict.WOKE_UP : Verdict.WOKE_UP_UNFORETOLD;
        asleep = false;
        everWoke = true;
        wokeAt = nanos;
        return verdict;
    }
}
