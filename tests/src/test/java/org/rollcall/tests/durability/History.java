package org.rollcall.tests.durability;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.xmpp.stanza.Event;

/** What the events say, played in order; it fails on any that cannot follow from those before. */
final class History {
    private final Map<String, Map<String, String>> open = new LinkedHashMap<>();
    private final Set<String> ended = new HashSet<>();
    private int changes;
    private Duration longest = Duration.ZERO;

    History(List<Event> events) {
        events.forEach(this::play);
    }

    int changes() {
        return changes;
    }

    /** The longest session that has ended, as its logoff tells. */
    Duration longest() {
        return longest;
    }

    /** As {@link PlayedMachine#told} tells it. */
    String told() {
        return open.values().stream()
                .sorted(Comparator.comparing(session -> session.get("session")))
                .map(session -> session.get("session") + " " + session.get("user") + " " + session.get("state")
                        + (isActive(session) && session.get("locked").equals("true") ? " locked" : ""))
                .collect(Collectors.joining(", "));
    }

    private static boolean isActive(Map<String, String> session) {
        return session.get("state").equals("active");
    }

    private void play(Event event) {
        String uid = event.attributes().get("uid");
        if (uid == null) {
            return;
        }
        changes++;
        boolean isOpen = open.containsKey(uid);
        if (event.kind().equals(Event.Kinds.LOGON) ? isOpen || ended.contains(uid) : !isOpen) {
            throw new AssertionError("cannot follow from what came before: " + event);
        }
        if (event.kind().equals(Event.Kinds.LOGOFF)) {
            open.remove(uid);
            ended.add(uid);
            Duration lasted =
                    Duration.ofSeconds(Long.parseLong(event.attributes().get("lasted")));
            longest = lasted.compareTo(longest) > 0 ? lasted : longest;
        } else {
            open.put(uid, event.attributes());
        }
    }
}
