package org.rollcall.central.ask;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rollcall.central.store.AuditLine;
import org.rollcall.central.store.AuditTrail;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Secrets;

/** One line for one question, to however many machines. Thread-safe. */
final class AskAudit {
    /** Names that stand in the line; of a whole park the count is enough. */
    private static final int MOST_NAMES = 20;

    private final AuditTrail trail;
    private final MachineAsker.Question question;
    private final Role role;
    private final Instant at;
    private final List<String> names = new ArrayList<>();
    private final List<String> details = new ArrayList<>();
    private int asked;
    private int answered;
    private String firstReason;

    AskAudit(AuditTrail trail, InstantSource clock, MachineAsker.Question question, Role role) {
        this.trail = trail;
        this.question = question;
        this.role = role;
        at = clock.instant();
    }

    /** @param own the arguments that were for this machine alone */
    synchronized void heard(MachineOutcome outcome, Map<String, String> own) {
        asked++;
        if (names.size() < MOST_NAMES) {
            names.add(outcome.name());
            if (!own.isEmpty()) {
                details.add(outcome.name() + " " + text(own));
            }
        }
        if (outcome.answered()) {
            answered++;
        } else if (firstReason == null) {
            firstReason = outcome.reason();
        }
    }

    synchronized void ended(boolean cancelled) {
        String common = text(question.arguments());
        if (!common.isEmpty()) {
            details.add(0, common);
        }
        String more = asked > names.size() ? ", … (" + asked + ")" : "";
        trail.record(new AuditLine(
                0,
                at,
                question.who().id(),
                role == null ? null : role.id(),
                question.channel(),
                question.command(),
                names.isEmpty() ? null : String.join(", ", names) + more,
                details.isEmpty() ? null : String.join("; ", details),
                outcome(cancelled)));
    }

    private static String text(Map<String, String> arguments) {
        return Secrets.masked(arguments).entrySet().stream()
                .map(argument -> argument.getKey() + "=" + argument.getValue())
                .collect(Collectors.joining(" "));
    }

    /** {@code done}; what hindered the only one; or how many of how many. */
    private String outcome(boolean cancelled) {
        if (answered == asked && !cancelled) {
            return "done";
        }
        if (asked == 1 && firstReason != null) {
            return firstReason;
        }
        return answered + "/" + asked + (cancelled ? " cancelled" : "");
    }
}
