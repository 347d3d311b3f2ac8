package org.rollcall.cli.verb;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Table;

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

    private static final Set<String> UNWELL = Set.of("warning", "bad");

    /** Those that mean nothing without their first argument. */
    private static final Set<String> NEED_IT = Set.of(
            "where",
            "machine",
            "last",
            "wake",
            "approve",
            "refuse",
            "open-enrolment",
            "renew-password",
            "withdraw",
            "export",
            "erase");

    static final List<CentralQuestion> ALL = List.of(
            new CentralQuestion("rooms", null, false),
            new CentralQuestion("who", "room", false),
            new CentralQuestion("missing", "room", false),
            new CentralQuestion("where", "user", false),
            new CentralQuestion("machine", "name", false),
            new CentralQuestion("history", "who", false),
            new CentralQuestion("last", "who", false),
            new CentralQuestion("usage", "by", false),
            new CentralQuestion("wake", "whom", true),
            new CentralQuestion("status", null, false),
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

    /** Whether there must be a first argument. */
    boolean needsFirst() {
        return NEED_IT.contains(command);
    }

    Duration timeout() {
        return command.equals("renew-password") ? LONG_TIMEOUT : TIMEOUT;
    }

    /** For {@code status} alone: whether nothing in it is a warning or worse. */
    boolean isWell(Table answer) {
        if (!command.equals("status")) {
            return true;
        }
        int verdict = answer.columns().stream().map(Column::name).toList().indexOf("verdict");
        return answer.rows().stream().noneMatch(row -> UNWELL.contains(row.get(verdict)));
    }
}
