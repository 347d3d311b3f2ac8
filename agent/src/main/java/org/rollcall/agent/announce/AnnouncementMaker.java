package org.rollcall.agent.announce;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jivesoftware.smack.packet.Presence;
import org.rollcall.agent.host.Session;
import org.rollcall.agent.watch.KnownSession;
import org.rollcall.agent.watch.Words;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.SessionState;
import org.rollcall.xmpp.text.Messages;

/** From the sessions to what presence says of them. No clock and no wire. */
final class AnnouncementMaker {
    /** Hosts work the last input out from a duration: it wanders a little from one reading to the next. */
    private static final Duration JITTER = Duration.ofSeconds(5);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final String name;
    private final Instant boot;
    private final String version;
    private final String journal;
    private final Supplier<Duration> idleAfter;
    private final Messages messages;
    private final DateTimeFormatter dateAndTime;
    private final ZoneId zone;

    AnnouncementMaker(
            String name,
            Instant boot,
            String version,
            String journal,
            Supplier<Duration> idleAfter,
            Locale locale,
            ZoneId zone) {
        this.name = name;
        this.boot = boot;
        this.version = version;
        this.journal = journal;
        this.idleAfter = idleAfter;
        this.messages = Messages.beside(AnnouncementMaker.class, locale);
        this.dateAndTime = DateTimeFormatter.ofPattern(messages.text("date-and-time"));
        this.zone = zone;
    }

    /** Before anything could be read. */
    Announcement unreadable() {
        return new Announcement(Presence.Mode.xa, messages.text("unreadable"), null, null);
    }

    /**
     * @param address of this machine on the way to the server, with its interface's hardware address
     * @param before the one before, whose times stand where a new reading is but a little off; or null
     */
    Announcement of(
            List<KnownSession> sessions, Instant up, long seq, Address address, Instant now, Announcement before) {
        List<SessionState> states = new ArrayList<>();
        for (KnownSession known : sessions) {
            states.add(state(known, now, before));
        }
        // Who is in front of the machine comes first, and is never among those that do not fit.
        states.sort(Comparator.comparing((SessionState state) -> !isActive(state))
                .thenComparing(AnnouncementMaker::isAway)
                .thenComparing(SessionState::since));
        SessionState first = states.isEmpty() ? null : states.get(0);
        boolean away = first != null && (!isActive(first) || isAway(first));
        int listed = Math.min(states.size(), MachineState.MOST_SESSIONS);
        return new Announcement(
                first == null ? Presence.Mode.xa : away ? Presence.Mode.away : null,
                status(states, now),
                away ? first.idleSince() : null,
                new MachineState(
                        name,
                        boot,
                        up,
                        address.ip(),
                        address.prefix(),
                        address.mac(),
                        version,
                        journal,
                        seq,
                        states.subList(0, listed),
                        states.size() - listed));
    }

    /** The address that carries the link; parts may be null. */
    record Address(String ip, Integer prefix, String mac) {
        static final Address UNKNOWN = new Address(null, null, null);

        static String text(InetAddress address) {
            String text = address.getHostAddress();
            int scope = text.indexOf('%');
            return scope < 0 ? text : text.substring(0, scope);
        }
    }

    private SessionState state(KnownSession known, Instant now, Announcement before) {
        Session session = known.session();
        boolean here = session.state() == Session.State.ACTIVE;
        Instant idleSince = session.idleSince();
        boolean idle =
                here && idleSince != null && !idleSince.plus(idleAfter.get()).isAfter(now);
        return new SessionState(
                session.id(),
                known.uid(),
                session.user(),
                session.domain(),
                session.fullName(),
                Words.of(session.state()),
                Words.of(session.kind()),
                session.logonTime(),
                // A session left behind is neither locked nor unlocked; what we hold is from before.
                here ? session.locked() : null,
                idle ? steady(known.uid(), idleSince, before) : null,
                session.clientName() != null ? session.clientName() : session.clientAddress());
    }

    private static Instant steady(String uid, Instant idleSince, Announcement before) {
        if (before != null && before.machine() != null) {
            for (SessionState session : before.machine().sessions()) {
                Instant earlier = session.idleSince();
                if (session.uid().equals(uid)
                        && earlier != null
                        && Duration.between(earlier, idleSince).abs().compareTo(JITTER) <= 0) {
                    return earlier;
                }
            }
        }
        return idleSince;
    }

    private String status(List<SessionState> states, Instant now) {
        if (states.isEmpty()) {
            return messages.text("nobody");
        }
        SessionState first = states.get(0);
        StringBuilder status = new StringBuilder(messages.text(
                "session", first.user(), messages.text("kind." + first.kind()), time(first.since(), now)));
        if (!isActive(first)) {
            status.append(messages.text("left"));
        } else if (Boolean.TRUE.equals(first.locked())) {
            status.append(messages.text("locked"));
        } else if (first.idleSince() != null) {
            status.append(messages.text("idle", time(first.idleSince(), now)));
        }
        if (states.size() > 1) {
            status.append(messages.text("more", states.size() - 1));
        }
        return status.toString();
    }

    private String time(Instant time, Instant now) {
        LocalDateTime local = LocalDateTime.ofInstant(time, zone);
        boolean today =
                local.toLocalDate().equals(LocalDateTime.ofInstant(now, zone).toLocalDate());
        return (today ? TIME : dateAndTime).format(local);
    }

    private static boolean isActive(SessionState state) {
        return state.state().equals(Words.of(Session.State.ACTIVE));
    }

    private static boolean isAway(SessionState state) {
        return Boolean.TRUE.equals(state.locked()) || state.idleSince() != null;
    }
}
