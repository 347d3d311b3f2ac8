package org.rollcall.cli.provision;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes up passwords of 192 bits, in letters, digits, - and _. */
final class Secrets {
    private static final int BYTES = 24;

    private final SecureRandom random = new SecureRandom();

    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
