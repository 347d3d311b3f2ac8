package org.rollcall.cli.verb;

import java.time.Duration;
import java.util.List;

/**
 * What is asked of central: each is a sub-command of its own.
 *
 * @param first the argument that a bare word stands for; null: it takes none
 * @param order whether it changes something
 */
record CentralQuestion(String command, String first, boolean order) {
    /** History over five years is answered within a second; the rest is a slow line. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Of orders that machines carry out one after the other. */
    private static final Duration LONG_TIMEOUT = Duration.ofSeconds(70);

    static final List<CentralQuestion> ALL = List.of(
            new CentralQuestion("rooms", null, false),
            new CentralQuestion("who", "room", false),
            new CentralQuestion("where", "user", false),
            new CentralQuestion("machine", "name", false),
            new CentralQuestion("history", "user", false),
            new CentralQuestion("last", "who", false),
            new CentralQuestion("usage", "by", false),
            new CentralQuestion("wake", "whom", true),
            new CentralQuestion("fleet", "problem", false),
            new CentralQuestion("audit", "who", false),
            new CentralQuestion("waiting", null, false),
            new CentralQuestion("approve", "machine", true),
            new CentralQuestion("refuse", "machine", true),
            new CentralQuestion("enrolment", null, false),
            new CentralQuestion("open-enrolment", "room", true),
            new CentralQuestion("close-enrolment", "room", true),
            new CentralQuestion("renew-password", "whom", true),
            new CentralQuestion("withdraw", "machine", true),
            new CentralQuestion("export", "login", false),
            new CentralQuestion("erase", "login", true));

    Duration timeout() {
        return command.equals("renew-password") ? LONG_TIMEOUT : TIMEOUT;
    }
}
