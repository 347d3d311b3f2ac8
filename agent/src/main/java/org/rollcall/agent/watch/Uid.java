package org.rollcall.agent.watch;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.function.Function;

/** Names that sort by time and never repeat: 48 bits of milliseconds and 80 random ones, in Crockford's base 32. */
final class Uid implements Function<Instant, String> {
    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_DIGITS = 16;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String apply(Instant time) {
        char[] uid = new char[TIME_DIGITS + RANDOM_DIGITS];
        long millis = time.toEpochMilli();
        for (int i = TIME_DIGITS - 1; i >= 0; i--) {
            uid[i] = DIGITS[(int) (millis & 31)];
            millis >>>= 5;
        }
        byte[] bytes = new byte[RANDOM_DIGITS];
        random.nextBytes(bytes);
        for (int i = 0; i < RANDOM_DIGITS; i++) {
            uid[TIME_DIGITS + i] = DIGITS[bytes[i] & 31];
        }
        return new String(uid);
    }
}
