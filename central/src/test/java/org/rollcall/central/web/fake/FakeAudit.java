package org.rollcall.central.web.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.rollcall.central.store.AuditLine;
import org.rollcall.central.store.AuditTrail;

/** An audit in memory. */
public final class FakeAudit implements AuditTrail {
    private final List<AuditLine> lines = new ArrayList<>();

    @Override
    public synchronized void record(AuditLine line) {
        lines.add(new AuditLine(
                lines.size() + 1L,
                line.at(),
                line.who(),
                line.role(),
                line.channel(),
                line.action(),
                line.target(),
                line.details(),
                line.outcome()));
    }

    public synchronized List<AuditLine> lines() {
        return List.copyOf(lines);
    }

    @Override
    public synchronized List<AuditLine> find(
            String who, String action, String target, Instant from, Instant to, int most, Long after) {
        List<AuditLine> newest = new ArrayList<>(lines);
        Collections.reverse(newest);
        return newest.stream()
                .filter(line -> who == null || line.who().contains(who))
                .filter(line -> action == null || line.action().equals(action))
                .filter(line -> target == null
                        || (line.target() != null && line.target().contains(target)))
                .filter(line -> from == null || !line.at().isBefore(from))
                .filter(line -> to == null || line.at().isBefore(to))
                .filter(line -> after == null || line.id() < after)
                .limit(most)
                .toList();
    }
}
