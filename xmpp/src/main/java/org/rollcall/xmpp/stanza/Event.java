package org.rollcall.xmpp.stanza;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that happened on a machine at a time.
 *
 * @param seq its place in its journal: 1, 2, 3…
 * @param kind one of {@link Kinds}, or a word of a newer agent's, kept as it is
 * @param attributes everything else ({@code session}, {@code uid}, {@code user}, {@code domain}, {@code fullname},
 *     {@code sid}, {@code reason}…) in the order written
 */
public record Event(long seq, String kind, Instant at, Map<String, String> attributes) {

    /** The kinds that this version writes. */
    public static final class Kinds {
        public static final String START = "start";
        public static final String STOP = "stop";
        public static final String SLEEP = "sleep";
        public static final String RESUME = "resume";
        public static final String LOGON = "logon";
        public static final String LOGOFF = "logoff";
        public static final String LOCK = "lock";
        public static final String UNLOCK = "unlock";
        public static final String CONNECT = "connect";
        public static final String DISCONNECT = "disconnect";
        /** The wall clock was put forward, or back, by {@code stepped} seconds: nothing happened, but times differ. */
        public static final String CLOCK = "clock";

        private Kinds() {}
    }

    public Event {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
