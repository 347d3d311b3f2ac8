package org.rollcall.central.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rollcall.central.store.AuditLine;
import org.rollcall.central.store.AuditTrail;
import org.rollcall.xmpp.command.Audit;
import org.rollcall.xmpp.command.AuditLog;
import org.rollcall.xmpp.command.Role;

/** Keeps who asked central for what: in the log, and in the trail that administrators read. */
public final class TrailAudit implements Audit {
    /** The argument that names what a command is about, whichever it has. */
    private static final List<String> TARGETS = List.of("whom", "machine", "room", "user", "who", "name", "login");

    private final AuditLog log = new AuditLog();
    private final AuditTrail trail;
    private final InstantSource clock;

    public TrailAudit(AuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public void record(Entry entry) {
        log.record(entry);
        Map<String, String> arguments = entry.arguments();
        String target = TARGETS.stream()
                .map(arguments::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
        String details = arguments.entrySet().stream()
                .map(argument -> argument.getKey() + "=" + argument.getValue())
                .collect(Collectors.joining(" "));
        trail.record(new AuditLine(
                0,
                clock.instant(),
                entry.from() == null ? "" : entry.from().asBareJid().toString(),
                entry.role().map(Role::id).orElse(null),
                entry.channel(),
                entry.command(),
                target,
                details.isEmpty() ? null : details,
                entry.outcome()));
    }
}
