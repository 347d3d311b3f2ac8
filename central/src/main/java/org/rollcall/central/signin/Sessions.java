package org.rollcall.central.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.central.access.Who;

/**
 * Who has signed in, in memory: after a restart everybody signs in again. What a browser holds is kept as its hash only,
 * so that a dump of the memory opens nothing. Thread-safe.
 */
public final class Sessions {
    private static final int TOKEN_BYTES = 32;

    private final Rules rules;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> byHash = new HashMap<>();

    /**
     * @param idle how long a session lasts unused
     * @param longest how long it lasts at most
     * @param ofOne how many of one person; beyond it the one unused for longest ends
     * @param all how many in all; beyond it the same
     */
    public record Rules(Duration idle, Duration longest, int ofOne, int all) {
        public static final Rules DEFAULT = new Rules(Duration.ofHours(8), Duration.ofHours(24), 20, 10_000);
    }

    /**
     * @param csrf what each order of the page brings along
     * @param ends when it ends if it is not used
     */
    public record Session(Who who, String method, String csrf, Instant began, Instant used, Instant ends) {}

    /** @param token 256 random bits for the browser alone; kept nowhere here */
    public record Opened(String token, Session session) {}

    public Sessions(Rules rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** @param method how the person signed in */
    public synchronized Opened open(Who who, String method) {
        Instant now = clock.instant();
        byHash.values().removeIf(session -> !session.ends().isAfter(now));
        makeRoom(
                byHash.entrySet().stream()
                        .filter(entry -> entry.getValue().who().id().equals(who.id()))
                        .toList(),
                rules.ofOne());
        makeRoom(List.copyOf(byHash.entrySet()), rules.all());
        String token = random();
        Session session = new Session(who, method, random(), now, now, ends(now, now));
        byHash.put(hash(token), session);
        return new Opened(token, session);
    }

    /** Counts as use. */
    public synchronized Optional<Session> find(String token) {
        String hash = hash(token);
        Optional<Session> session = alive(hash);
        session.ifPresent(old -> {
            Instant now = clock.instant();
            byHash.put(
                    hash, new Session(old.who(), old.method(), old.csrf(), old.began(), now, ends(old.began(), now)));
        });
        return session.map(old -> byHash.get(hash));
    }

    /** Does not count as use. */
    public synchronized boolean isOpen(String token) {
        return alive(hash(token)).isPresent();
    }

    public synchronized Optional<Session> close(String token) {
        return Optional.ofNullable(byHash.remove(hash(token)));
    }

    public synchronized int count() {
        Instant now = clock.instant();
        byHash.values().removeIf(session -> !session.ends().isAfter(now));
        return byHash.size();
    }

    private Optional<Session> alive(String hash) {
        Session session = byHash.get(hash);
        if (session != null && !session.ends().isAfter(clock.instant())) {
            byHash.remove(hash);
            return Optional.empty();
        }
        return Optional.ofNullable(session);
    }

    private Instant ends(Instant began, Instant used) {
        Instant idle = used.plus(rules.idle());
        Instant longest = began.plus(rules.longest());
        return idle.isBefore(longest) ? idle : longest;
    }

    /** So that one more fits. */
    private void makeRoom(List<Map.Entry<String, Session>> among, int most) {
        if (among.size() >= most) {
            among.stream()
                    .min(Comparator.comparing(entry -> entry.getValue().used()))
                    .ifPresent(oldest -> byHash.remove(oldest.getKey()));
        }
    }

    private String random() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String token) {
        try {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
