package org.rollcall.demo.simulated;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Event.Kinds;
import org.rollcall.xmpp.stanza.Events;

/** One simulated machine's day that is over, as its journals would tell it; their names say that it is simulated. */
final class PastDay {
    private static final Duration REBOOT_TAKES = Duration.ofMinutes(2);

    private final LocalDate day;
    private final Random random;
    private final List<Events> journals = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private int sessions;

    PastDay(Seat seat, LocalDate day, Instant boot, long seed) {
        this.day = day;
        random = new Random(seed);
        start(boot, Map.of());
    }

    /** Somebody comes and goes; in between they may lock it, and sometimes the machine does not let them end in order. */
    void stay(Person person, Instant logon, Duration time) {
        sessions++;
        Map<String, String> session = session(person);
        tell(Kinds.LOGON, logon, session, Map.of("locked", "false"));
        Instant middle = logon.plus(time.dividedBy(2));
        int dice = random.nextInt(100);
        if (dice < 20) {
            tell(Kinds.LOCK, middle, session, Map.of("locked", "true"));
            Instant back = middle.plusSeconds(120 + random.nextInt(600));
            tell(Kinds.UNLOCK, back, session, Map.of("locked", "false"));
        }
        Instant logoff = logon.plus(time);
        if (dice < 96) {
            tell(Kinds.LOGOFF, logoff, session, ended(logon, time));
            return;
        }
        boolean inOrder = dice < 98;
        if (inOrder) {
            tell(Kinds.STOP, logoff, Map.of(), Map.of());
        }
        Event latest = events.get(events.size() - 1);
        String before = journal();
        close();
        start(
                logoff.plus(REBOOT_TAKES),
                Map.of(
                        "previous",
                        before,
                        "previous-seq",
                        Long.toString(latest.seq()),
                        "last-sign",
                        logoff.toString()));
        Map<String, String> unseen = new LinkedHashMap<>(ended(logon, time));
        unseen.put("reason", "agent-off");
        tell(Kinds.LOGOFF, logoff, session, unseen);
    }

    /** @param off null: it is still on */
    List<Events> end(Instant off) {
        if (off != null) {
            tell(Kinds.STOP, off.plusSeconds(random.nextInt(300)), Map.of(), Map.of());
        }
        close();
        return journals;
    }

    private void start(Instant boot, Map<String, String> more) {
        Map<String, String> attributes = new LinkedHashMap<>(more);
        attributes.put("boot", boot.toString());
        tell(Kinds.START, boot.plusSeconds(20), attributes, Map.of());
    }

    private void close() {
        journals.add(Events.of(journal(), events));
        events.clear();
    }

    private String journal() {
        return "simulated-" + day + "-" + (journals.size() + 1);
    }

    private void tell(String kind, Instant at, Map<String, String> attributes, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(attributes);
        all.putAll(more);
        events.add(new Event(events.size() + 1, kind, at, all));
    }

    private Map<String, String> session(Person person) {
        Map<String, String> session = new LinkedHashMap<>();
        session.put("session", Integer.toString(sessions));
        session.put("uid", "simulated-" + day + "-" + sessions);
        session.put("user", person.login());
        session.put("domain", Pc.WINDOWS_DOMAIN);
        session.put("fullname", person.fullName());
        session.put("sid", person.sid());
        session.put("state", "active");
        session.put("place", "console");
        return session;
    }

    private static Map<String, String> ended(Instant logon, Duration time) {
        return Map.of("since", logon.toString(), "lasted", Long.toString(time.toSeconds()));
    }
}
