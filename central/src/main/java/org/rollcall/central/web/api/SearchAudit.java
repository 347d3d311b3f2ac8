package org.rollcall.central.web.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rollcall.central.web.AuditNotes;
import org.rollcall.central.web.Viewer;

/**
 * Notes what was searched, once a search and not once a letter: what continues the text of a moment ago replaces it. A
 * note is written when the person searches something else, or has stopped typing for 5 s.
 */
public final class SearchAudit implements AutoCloseable {
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final AuditNotes audit;
    private final InstantSource clock;
    private final Map<String, Typing> typing = new LinkedHashMap<>();

    private record Typing(Viewer viewer, String text, Instant at) {}

    public SearchAudit(AuditNotes audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    synchronized void searched(Viewer viewer, String text) {
        Typing before = typing.remove(viewer.id());
        if (before != null && !text.startsWith(before.text()) && !before.text().startsWith(text)) {
            note(before);
        }
        typing.put(viewer.id(), new Typing(viewer, text, clock.instant()));
        settle();
    }

    /** Writes what nobody types on any more; also called from time to time. */
    public synchronized void settle() {
        Instant end = clock.instant().minus(SETTLED);
        for (Iterator<Typing> all = typing.values().iterator(); all.hasNext(); ) {
            Typing one = all.next();
            if (!one.at().isAfter(end)) {
                note(one);
                all.remove();
            }
        }
    }

    private void note(Typing one) {
        audit.done(one.viewer(), "search", null, one.text());
    }

    @Override
    public synchronized void close() {
        typing.values().forEach(this::note);
        typing.clear();
    }
}
