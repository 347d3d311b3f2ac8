package org.rollcall.xmpp.frontend.adhoc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jxmpp.jid.Jid;

/**
 * Names of sessions that can be told from invented ones after the session is forgotten: one that was real has expired,
 * any other is bad, and nothing needs to be kept to know.
 */
final class SessionIds {
    private static final int RANDOM = 16;

    private final SecureRandom random = new SecureRandom();
    private final byte[] secret = new byte[RANDOM];

    SessionIds() {
        random.nextBytes(secret);
    }

    String next(Jid owner) {
        byte[] bytes = new byte[RANDOM / 2];
        random.nextBytes(bytes);
        String name = HexFormat.of().formatHex(bytes);
        return name + "." + proof(name, owner);
    }

    boolean wasReal(String id, Jid owner) {
        int dot = id.indexOf('.');
        return dot > 0 && id.substring(dot + 1).equals(proof(id.substring(0, dot), owner));
    }

    private String proof(String name, Jid owner) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret);
            digest.update((name + " " + owner).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, RANDOM / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
