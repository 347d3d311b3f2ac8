package org.rollcall.tests.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The table that is printed as the figures come, and once more at the end as Markdown. */
final class Report {
    private record Line(String what, String where, String figure, String wanted) {}

    private final List<Line> lines = new ArrayList<>();
    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** @param wanted the design's figure; "" where it has none */
    void add(String what, String where, String figure, String wanted) {
        lines.add(new Line(what, where, figure, wanted));
        out.printf("%-58s %-22s %-22s %s%n", what, where, figure, wanted.isEmpty() ? "" : "(wanted: " + wanted + ")");
    }

    void print() {
        out.println();
        out.println("| what | where | measured | design |");
        out.println("|---|---|---|---|");
        for (Line line : lines) {
            out.printf("| %s | %s | %s | %s |%n", line.what, line.where, line.figure, line.wanted);
        }
    }
}
