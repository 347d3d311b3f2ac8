package org.rollcall.central.enrol;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.store.AuditLine;
import org.rollcall.central.store.AuditTrail;
import org.rollcall.central.store.Enrolments.Window;

/**
 * What became of each who asked, for the audit: told when it changes, and once an hour while it stays, as PCs ask again
 * every minute. At most so many lines an hour: the secret may be in wrong hands.
 */
final class EnrolmentAudit {
    private static final String CHANNEL = "enrol";
    private static final String CENTRAL = "central";
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final int MOST_REMEMBERED = 5_000;
    private static final int MOST_AN_HOUR = 2_000;

    private record Told(String outcome, Instant at) {}

    private final AuditTrail trail;
    private final InstantSource clock;
    private final Map<String, Told> told = new LinkedHashMap<>();
    private Instant hour = Instant.MIN;
    private int inHour;

    EnrolmentAudit(AuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param target an account, or a name that makes none
     * @param outcome {@code done}, or why not
     */
    synchronized void asked(BareJid who, String target, String details, String outcome) {
        Instant now = clock.instant();
        Told before = told.get(target + " " + details);
        boolean again = before != null
                && before.outcome().equals(outcome)
                && before.at().plus(AGAIN).isAfter(now);
        if (again && !outcome.equals("done")) {
            return;
        }
        if (hour.isBefore(now.minus(AGAIN))) {
            hour = now;
            inHour = 0;
        }
        if (inHour++ >= MOST_AN_HOUR) {
            return;
        }
        told.put(target + " " + details, new Told(outcome, now));
        if (told.size() > MOST_REMEMBERED) {
            told.remove(told.keySet().iterator().next());
        }
        record(who.toString(), "enrol", target, details, outcome);
    }

    void ranOut(Window window) {
        record(CENTRAL, "close-enrolment", Windows.name(window), "its time is up", "done");
    }

    private void record(String who, String action, String target, String details, String outcome) {
        trail.record(new AuditLine(0, clock.instant(), who, null, CHANNEL, action, target, details, outcome));
    }
}
