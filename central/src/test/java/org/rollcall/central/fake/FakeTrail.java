package org.rollcall.central.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.central.store.AuditLine;
import org.rollcall.central.store.AuditTrail;

/** An audit in memory, newest first when asked. */
public final class FakeTrail implements AuditTrail {
    public final List<AuditLine> lines = new ArrayList<>();

    @Override
    public synchronized void record(AuditLine line) {
        lines.add(line);
    }

    @Override
    public synchronized List<AuditLine> find(
            String who, String action, String target, Instant from, Instant to, int most, Long after) {
        List<AuditLine> found = new ArrayList<>();
        for (AuditLine line : lines) {
            if ((who == null || line.who().equals(who))
                    && (action == null || line.action().equals(action))) {
                found.add(0, line);
            }
        }
        return found.subList(0, Math.min(most, found.size()));
    }
}
