package org.rollcall.loopback.sasl;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** What a server keeps of a password for SCRAM (RFC 5802, section 3). */
record ScramKeys(byte[] salt, byte[] storedKey, byte[] serverKey) {
    static final int ITERATIONS = 4096;

    private static final SecureRandom RANDOM = new SecureRandom();

    static ScramKeys of(ScramHash hash, String password) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        // PBEKeySpec refuses an empty password, which no account has.
        byte[] salted = hash.salted(password, salt, ITERATIONS);
        byte[] clientKey = hash.hmac(salted, "Client Key".getBytes(StandardCharsets.US_ASCII));
        byte[] serverKey = hash.hmac(salted, "Server Key".getBytes(StandardCharsets.US_ASCII));
        return new ScramKeys(salt, hash.hash(clientKey), serverKey);
    }
}
