package org.rollcall.cli.doctor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.rollcall.cli.doctor.Finding.Level;
import org.rollcall.xmpp.settings.XmppSettings;

/** What anybody can see of a server without an account. */
final class OutsideLook {
    private static final Duration SOON = Duration.ofDays(30);
    private static final Set<String> SAFE = Set.of("SCRAM-SHA-1", "SCRAM-SHA-256", "EXTERNAL");
    private static final String PLAIN = "PLAIN";

    private final XmppSettings settings;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();

    OutsideLook(XmppSettings settings, Instant now) {
        this.settings = settings;
        this.now = now;
    }

    List<Finding> findings() {
        String host = settings.host();
        int port = settings.port();
        List<Srv> records = Srv.of(settings.domain());
        if (records.isEmpty()) {
            add(host == null ? Level.WARNING : Level.NOTE, "srv.none", settings.domain());
        } else {
            add(
                    Level.OK,
                    "srv.found",
                    records.get(0).host() + ":" + records.get(0).port());
        }
        if (host == null) {
            host = records.isEmpty() ? settings.domain() : records.get(0).host();
            port = records.isEmpty() ? port : records.get(0).port();
        }
        try {
            wire(Wire.look(settings.domain(), host, port));
        } catch (IOException e) {
            add(Level.BAD, "reach.not", host + ":" + port, reason(e));
        }
        return findings;
    }

    private void wire(Wire wire) {
        if (wire.after() == null) {
            add(Level.BAD, "tls.none");
            return;
        }
        add(
                wire.before().startTlsRequired() ? Level.OK : Level.WARNING,
                wire.before().startTlsRequired() ? "tls.required" : "tls.optional",
                wire.protocol());
        certificate(wire);
        mechanisms(wire);
        registration(wire.after());
    }

    private void registration(Features offered) {
        if (!offered.registration()) {
            add(Level.OK, "registration.closed");
        } else if (offered.invitation()) {
            add(Level.WARNING, "registration.invited");
        } else {
            add(Level.BAD, "registration.open");
        }
    }

    private void certificate(Wire wire) {
        Instant end = wire.certificate().getNotAfter().toInstant();
        if (end.isBefore(now)) {
            add(Level.BAD, "certificate.expired", end.toString());
        } else if (end.isBefore(now.plus(SOON))) {
            add(Level.WARNING, "certificate.soon", end.toString());
        } else {
            add(Level.OK, "certificate.valid", end.toString());
        }
    }

    private void mechanisms(Wire wire) {
        Set<String> safe = new TreeSet<>(wire.after().mechanisms());
        safe.retainAll(SAFE);
        if (!wire.before().mechanisms().isEmpty()) {
            add(Level.BAD, "mechanisms.clear", String.join(", ", wire.before().mechanisms()));
        }
        if (safe.isEmpty()) {
            add(Level.BAD, "mechanisms.unsafe", String.join(", ", wire.after().mechanisms()));
        } else {
            add(Level.OK, "mechanisms.safe", String.join(", ", safe));
        }
        if (wire.after().mechanisms().contains(PLAIN)) {
            add(Level.WARNING, "mechanisms.plain");
        }
    }

    private void add(Level level, String key, Object... arguments) {
        findings.add(new Finding(level, key, arguments));
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
