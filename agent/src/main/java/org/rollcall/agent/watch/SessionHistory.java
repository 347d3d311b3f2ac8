package org.rollcall.agent.watch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.agent.journal.CarriedState;
import org.rollcall.agent.journal.Recovered;
import org.rollcall.xmpp.stanza.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions that are open according to the events on disk, and nothing else; so uids survive any crash. */
final class SessionHistory implements CarriedState {
    private static final Logger LOG = LoggerFactory.getLogger(SessionHistory.class);

    private final List<KnownSession> open = new ArrayList<>();

    SessionHistory(Recovered before) {
        before.carried().forEach(this::carryOver);
        before.events().forEach(this::add);
    }

    List<KnownSession> sessions() {
        return List.copyOf(open);
    }

    @Override
    public List<Map<String, String>> lines() {
        return open.stream().map(KnownSession::toCarry).toList();
    }

    @Override
    public void add(Event event) {
        if (event.kind().equals(Event.Kinds.CLOCK)) {
            Duration step = Duration.ofSeconds(Long.parseLong(event.attributes().getOrDefault("stepped", "0")));
            open.replaceAll(session -> session.clockStepped(step));
            return;
        }
        String uid = event.attributes().get("uid");
        if (event.kind().equals(Event.Kinds.LOGON)) {
            carryOver(withHistory(event, event.at(), Duration.ZERO));
            return;
        }
        for (KnownSession session : List.copyOf(open)) {
            if (session.uid().equals(uid)) {
                open.remove(session);
                if (!event.kind().equals(Event.Kinds.LOGOFF)) {
                    carryOver(withHistory(event, session.session().logonTime(), session.stepped()));
                }
            }
        }
    }

    private static Map<String, String> withHistory(Event event, Instant since, Duration stepped) {
        Map<String, String> carried = new LinkedHashMap<>(event.attributes());
        carried.put("since", since.toString());
        carried.put("stepped", stepped.toString());
        return carried;
    }

    private void carryOver(Map<String, String> session) {
        try {
            open.add(KnownSession.carriedOver(session));
        } catch (IllegalArgumentException | DateTimeException e) {
            LOG.warn("A session in the journal cannot be read, and counts as unknown: {}", e.getMessage());
        }
    }
}
