package org.rollcall.tests.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Measured times, and what can be said of them. */
final class Sample {
    private final List<Long> nanos = new ArrayList<>();

    void add(long each) {
        nanos.add(each);
    }

    void add(Duration each) {
        nanos.add(each.toNanos());
    }

    /** This share of them took no longer. */
    long nanos(double quantile) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int index = (int) Math.ceil(quantile * sorted.size()) - 1;
        return sorted.get(Math.max(0, index));
    }

    double millis(double quantile) {
        return nanos(quantile) / 1e6;
    }

    int size() {
        return nanos.size();
    }

    /** {@code 3.4 / 14.9}: in milliseconds. */
    String medianAnd99th() {
        return String.format(Locale.ROOT, "%.1f / %.1f ms", millis(0.5), millis(0.99));
    }

    String median() {
        return inMillis(nanos(0.5));
    }

    static String inMillis(long nanos) {
        return String.format(Locale.ROOT, nanos < 10_000_000 ? "%.2f ms" : "%.0f ms", nanos / 1e6);
    }
}
