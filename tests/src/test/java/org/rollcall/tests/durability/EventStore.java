package org.rollcall.tests.durability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;

/** What central has committed: by sender, journal and seq, each once. It notes whatever breaks the order. */
final class EventStore {
    /** A journal of one machine. */
    record Source(String machine, String journal) {}

    private final Map<Source, List<Event>> journals = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private long repeated;

    synchronized void commit(String machine, Events batch) {
        Source source = new Source(machine, batch.journal());
        List<Event> stored = journals.computeIfAbsent(source, any -> new ArrayList<>());
        batch.malformed().forEach(event -> faults.add("malformed in " + source + ": " + event));
        for (Event event : batch.events()) {
            long next = stored.size() + 1L;
            if (event.seq() == next) {
                stored.add(event);
            } else if (event.seq() > next) {
                faults.add(source + ": " + event.seq() + " came where " + next + " was due");
            } else {
                repeated++;
                Event first = stored.get((int) event.seq() - 1);
                if (!first.equals(event)) {
                    faults.add(source + ": " + event.seq() + " was " + first + " and came again as " + event);
                }
            }
        }
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized long repeated() {
        return repeated;
    }

    /** In the order in which they were first heard of. */
    synchronized Map<String, List<Event>> of(String machine) {
        Map<String, List<Event>> of = new LinkedHashMap<>();
        journals.forEach((source, events) -> {
            if (source.machine().equals(machine)) {
                of.put(source.journal(), List.copyOf(events));
            }
        });
        return of;
    }

    synchronized boolean has(String machine, String journal, long seq) {
        return journals.getOrDefault(new Source(machine, journal), List.of()).size() >= seq;
    }
}
