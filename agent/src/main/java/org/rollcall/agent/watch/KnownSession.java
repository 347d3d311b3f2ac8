package org.rollcall.agent.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.agent.host.Session;

/**
 * A session that history knows of: as last read, with its uid.
 *
 * @param session as last read; its logon time is the one first read, and its lock the last one known
 * @param stepped by how much the wall clock was put forward since the logon was seen
 */
public record KnownSession(String uid, Session session, Duration stepped) {
    /** Sources that work a logon time out from a duration are a second or two off from one reading to the next. */
    private static final Duration SAME_LOGON = Duration.ofSeconds(3);

    private static final List<String> REQUIRED = List.of("uid", "session", "user", "state", "place", "since");

    /** Whether a reading shows this very session: the same id, logon and user. */
    boolean is(Session read) {
        boolean sameUser = session.sid() != null && read.sid() != null
                ? session.sid().equals(read.sid())
                : session.user().equalsIgnoreCase(read.user());
        return session.id() == read.id()
                && sameUser
                && Duration.between(session.logonTime(), read.logonTime()).abs().compareTo(SAME_LOGON) <= 0;
    }

    /** As now read; what a reading does not know stays as it was. */
    KnownSession with(Session read) {
        boolean here = read.kind() == Session.Kind.CONSOLE;
        return new KnownSession(
                uid,
                new Session(
                        read.id(),
                        read.user(),
                        known(read.domain(), session.domain()),
                        known(read.sid(), session.sid()),
                        known(read.fullName(), session.fullName()),
                        read.state(),
                        read.kind(),
                        session.logonTime(),
                        known(read.locked(), session.locked()),
                        read.idleSince(),
                        here ? null : known(read.clientName(), session.clientName()),
                        here ? null : known(read.clientAddress(), session.clientAddress())),
                stepped);
    }

    KnownSession clockStepped(Duration step) {
        return new KnownSession(uid, session, stepped.plus(step));
    }

    /** How long it has lasted, whatever was done to the clock meanwhile. */
    Duration lasted(Instant now) {
        Duration lasted = Duration.between(session.logonTime(), now).minus(stepped);
        return lasted.isNegative() ? Duration.ZERO : lasted;
    }

    /** What every event of this session says of it. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("session", Integer.toString(session.id()));
        attributes.put("uid", uid);
        attributes.put("user", session.user());
        put(attributes, "domain", session.domain());
        put(attributes, "fullname", session.fullName());
        put(attributes, "sid", session.sid());
        attributes.put("state", Words.of(session.state()));
        attributes.put("place", Words.of(session.kind()));
        put(attributes, "locked", session.locked());
        put(attributes, "client", session.clientName());
        put(attributes, "address", session.clientAddress());
        return attributes;
    }

    /** The attributes and all else that {@link #carriedOver} needs. */
    Map<String, String> toCarry() {
        Map<String, String> carried = attributes();
        carried.put("since", session.logonTime().toString());
        carried.put("stepped", stepped.toString());
        return carried;
    }

    /**
     * From {@link #toCarry}, or from an event's attributes with the two that it adds.
     *
     * @throws IllegalArgumentException when something is missing, or in the words of a newer version
     */
    static KnownSession carriedOver(Map<String, String> carried) {
        if (!carried.keySet().containsAll(REQUIRED)) {
            throw new IllegalArgumentException("a session must have " + REQUIRED + ", this one has " + carried);
        }
        String locked = carried.get("locked");
        return new KnownSession(
                carried.get("uid"),
                new Session(
                        Integer.parseInt(carried.get("session")),
                        carried.get("user"),
                        carried.get("domain"),
                        carried.get("sid"),
                        carried.get("fullname"),
                        Words.state(carried.get("state")),
                        Words.kind(carried.get("place")),
                        Instant.parse(carried.get("since")),
                        locked == null ? null : Boolean.valueOf(locked),
                        null,
                        carried.get("client"),
                        carried.get("address")),
                Duration.parse(carried.getOrDefault("stepped", "PT0S")));
    }

    private static <T> T known(T now, T before) {
        return now != null ? now : before;
    }

    private static void put(Map<String, String> attributes, String name, Object value) {
        if (value != null) {
            attributes.put(name, value.toString());
        }
    }
}
