package org.rollcall.central.enrol;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.rollcall.central.store.Enrolments;
import org.rollcall.central.store.Enrolments.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The windows that stand open, and their closing by themselves. */
final class Windows {
    private static final Logger LOG = LoggerFactory.getLogger(Windows.class);

    private final Enrolments store;
    private final EnrolmentAudit audit;
    private final InstantSource clock;
    private volatile List<Window> windows;

    Windows(Enrolments store, EnrolmentAudit audit, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        windows = store.windows();
    }

    List<Window> open() {
        Instant now = clock.instant();
        return windows.stream().filter(window -> window.until().isAfter(now)).toList();
    }

    /** @param room null: a machine of no room, for which only the window for all counts */
    boolean isOpen(String room) {
        return covering(room, window -> true).isPresent();
    }

    /** Also for a name that is enrolled with other hardware. */
    boolean isOpenForKnown(String room) {
        return covering(room, Window::known).isPresent();
    }

    private Optional<Window> covering(String room, Predicate<Window> which) {
        return open().stream()
                .filter(window -> window.room() == null || window.room().equalsIgnoreCase(room))
                .filter(which)
                .findFirst();
    }

    synchronized void open(Window window) {
        store.open(window);
        windows = store.windows();
        LOG.info("Enrolment is open for {} until {}, by {}", name(window), window.until(), window.openedBy());
    }

    /** @return false when none was open for it */
    synchronized boolean close(String room) {
        Optional<Window> found = windows.stream()
                .filter(window -> room == null ? window.room() == null : room.equalsIgnoreCase(window.room()))
                .findFirst();
        if (found.isEmpty()) {
            return false;
        }
        store.close(found.get().room());
        windows = store.windows();
        return true;
    }

    /** Closes what has run out, also while central was off. */
    synchronized void tick() {
        Instant now = clock.instant();
        for (Window window : windows) {
            if (!window.until().isAfter(now)) {
                store.close(window.room());
                audit.ranOut(window);
                LOG.info("Enrolment for {} is closed: its time is up", name(window));
                windows = store.windows();
            }
        }
    }

    static String name(Window window) {
        return window.room() == null ? "all" : window.room();
    }
}
