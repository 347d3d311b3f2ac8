package org.rollcall.central.board;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rollcall.central.park.Park;
import org.rollcall.central.park.People;
import org.rollcall.central.park.Person;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.SessionState;

/** From what is held of a machine to what is shown of it, with the rooms and the people as they are now. */
final class Drawing {
    /** A clock that is off by less is right: nobody would see it, and it is within what can be measured. */
    static final Duration CLOCK_RIGHT = Duration.ofSeconds(5);

    private final Park park;
    private final People people;

    Drawing(Park park, People people) {
        this.park = park;
        this.people = people;
    }

    /** With the revision and the sign of life of the one before, so that what looks the same is equal to it. */
    MachineNow draw(Entry entry, Instant at) {
        MachineNow before = entry.now;
        MachineState said = entry.presence == Entry.Presence.OFF ? null : entry.said;
        List<SessionState> sorted = said == null ? List.of() : Reading.sorted(said);
        Duration off =
                entry.clockOff == null || entry.clockOff.abs().compareTo(CLOCK_RIGHT) <= 0 ? null : entry.clockOff;
        List<SessionNow> sessions =
                sorted.stream().map(session -> session(session, off)).toList();
        Condition condition = condition(entry, sorted);
        return new MachineNow(
                entry.jid,
                entry.name,
                park.placeOf(entry.account),
                condition,
                since(entry, condition, sessions, at),
                entry.unconfirmed,
                sessions,
                said == null ? 0 : said.more(),
                entry.address,
                entry.prefix,
                entry.mac,
                entry.version,
                entry.boot,
                said == null ? null : said.up(),
                entry.lastUser,
                entry.lastUserAt,
                before == null ? entry.lastHeard : before.lastHeard(),
                off,
                entry.simulated,
                before == null ? 0 : before.revision());
    }

    private static Condition condition(Entry entry, List<SessionState> sorted) {
        switch (entry.presence) {
            case ON:
                return entry.said == null ? Condition.UNKNOWN : Reading.condition(sorted);
            case OFF:
                return Condition.OFF;
            case LOST:
                return Condition.LOST;
            default:
                return Condition.UNKNOWN;
        }
    }

    private static Instant since(Entry entry, Condition condition, List<SessionNow> sessions, Instant at) {
        MachineNow before = entry.now;
        if (!condition.isOn()) {
            return entry.since;
        }
        if (condition == Condition.IDLE) {
            return sessions.get(0).idleSince();
        }
        boolean same = before != null && before.condition() == condition && sameFirst(before.sessions(), sessions);
        if (same) {
            return before.since();
        }
        if (before != null && before.condition() != Condition.UNKNOWN && !before.unconfirmed()) {
            return at;
        }
        // It was so before we heard of it.
        return condition == Condition.IN_USE ? sessions.get(0).since() : null;
    }

    private static boolean sameFirst(List<SessionNow> before, List<SessionNow> now) {
        return Objects.equals(uidOfFirst(before), uidOfFirst(now));
    }

    private static String uidOfFirst(List<SessionNow> sessions) {
        return sessions.isEmpty() ? null : sessions.get(0).uid();
    }

    private SessionNow session(SessionState session, Duration off) {
        Optional<Person> person = people.find(session.user());
        return new SessionNow(
                session.id(),
                session.uid(),
                session.user(),
                session.domain(),
                person.map(Person::fullName).orElse(session.fullName()),
                person.map(Person::group).orElse(null),
                person.map(Person::staff).orElse(false),
                session.state(),
                session.kind(),
                right(session.since(), off),
                session.locked(),
                right(session.idleSince(), off),
                session.client());
    }

    private static Instant right(Instant time, Duration off) {
        return time == null || off == null ? time : time.minus(off);
    }
}
