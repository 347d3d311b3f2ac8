package org.rollcall.agent.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The latest lines, in memory: the oldest makes room for the newest. */
public final class RecentLog {
    private final int most;
    private final int longest;
    private final Deque<LogLine> lines = new ArrayDeque<>();

    /**
     * @param most lines kept
     * @param longest characters kept of each
     */
    public RecentLog(int most, int longest) {
        this.most = most;
        this.longest = longest;
    }

    public synchronized void add(LogLine line) {
        if (lines.size() == most) {
            lines.removeFirst();
        }
        String text = line.text();
        lines.addLast(
                text.length() <= longest
                        ? line
                        : new LogLine(line.at(), line.level(), line.logger(), text.substring(0, longest) + "…"));
    }

    /** Oldest first. */
    public synchronized List<LogLine> lines() {
        return new ArrayList<>(lines);
    }
}
