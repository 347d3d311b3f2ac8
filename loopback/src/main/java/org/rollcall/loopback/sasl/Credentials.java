package org.rollcall.loopback.sasl;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One account's password, and what SCRAM derives from it, derived once. Thread-safe. */
public final class Credentials {
    private final String password;
    private final Map<ScramHash, ScramKeys> keys = new ConcurrentHashMap<>();

    public Credentials(String password) {
        this.password = password;
    }

    String password() {
        return password;
    }

    ScramKeys keys(ScramHash hash) {
        return keys.computeIfAbsent(hash, h -> ScramKeys.of(h, password));
    }
}
