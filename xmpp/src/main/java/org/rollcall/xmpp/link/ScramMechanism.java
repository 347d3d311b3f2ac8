package org.rollcall.xmpp.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import javax.security.auth.callback.CallbackHandler;
import org.jivesoftware.smack.SmackException.SmackSaslException;
import org.jivesoftware.smack.sasl.SASLMechanism;

/**
 * SCRAM without channel binding (RFC 5802; with SHA-256 RFC 7677). Smack has SHA-1 alone, believes any number of
 * iterations, and keeps the password in a static cache.
 */
final class ScramMechanism extends SASLMechanism {

    /** A lower priority number is preferred; Smack's own SCRAM-SHA-1 has 110. */
    enum Hash {
        SHA_256("SCRAM-SHA-256", "SHA-256", "HmacSHA256", "PBKDF2WithHmacSHA256", 256, 90),
        SHA_1("SCRAM-SHA-1", "SHA-1", "HmacSHA1", "PBKDF2WithHmacSHA1", 160, 100);

        final String mechanism;
        final String digest;
        final String hmac;
        final String pbkdf2;
        final int bits;
        final int priority;

        Hash(String mechanism, String digest, String hmac, String pbkdf2, int bits, int priority) {
            this.mechanism = mechanism;
            this.digest = digest;
            this.hmac = hmac;
            this.pbkdf2 = pbkdf2;
            this.bits = bits;
            this.priority = priority;
        }
    }

    /** RFC 7677 section 4 asks for 4096 at least; the upper bound (some seconds) keeps a server from stalling us. */
    static final int FEWEST_ITERATIONS = 4096;

    static final int MOST_ITERATIONS = 1_000_000;

    /** "n,,": no channel binding, no authorization identity. */
    private static final String GS2_HEADER = "n,,";

    private final Hash hash;
    private final Supplier<String> nonces;

    private String clientNonce;
    private String clientFirstBare;
    private byte[] serverSignature;
    private boolean serverProved;

    ScramMechanism(Hash hash) {
        this(hash, ScramMechanism::randomNonce);
    }

    /** @param nonces for the RFCs' test vectors */
    ScramMechanism(Hash hash, Supplier<String> nonces) {
        this.hash = hash;
        this.nonces = nonces;
    }

    @Override
    public String getName() {
        return hash.mechanism;
    }

    @Override
    public int getPriority() {
        return hash.priority;
    }

    @Override
    protected SASLMechanism newInstance() {
        return new ScramMechanism(hash, nonces);
    }

    @Override
    protected void authenticateInternal(CallbackHandler handler) throws SmackSaslException {
        throw new SmackSaslException("a callback handler is not supported");
    }

    @Override
    protected byte[] getAuthenticationText() {
        return toBytes(clientFirst(authenticationId));
    }

    @Override
    protected byte[] evaluateChallenge(byte[] challenge) throws SmackSaslException {
        String message = new String(challenge, StandardCharsets.UTF_8);
        if (serverSignature == null) {
            return toBytes(clientFinal(message, password));
        }
        checkServerFinal(message);
        return null;
    }

    /** A server that sends success without its signature does not know the password: it is not our server. */
    @Override
    protected void checkIfSuccessfulOrThrow() throws SmackSaslException {
        if (!serverProved) {
            throw new SmackSaslException("the server did not prove that it knows the account (" + getName() + ")");
        }
    }

    String clientFirst(String user) {
        clientNonce = nonces.get();
        clientFirstBare = "n=" + saslPrep(user).replace("=", "=3D").replace(",", "=2C") + ",r=" + clientNonce;
        return GS2_HEADER + clientFirstBare;
    }

    String clientFinal(String serverFirst, String password) throws SmackSaslException {
        Map<Character, String> attributes = attributes(serverFirst);
        String nonce = attributes.getOrDefault('r', "");
        if (!nonce.startsWith(clientNonce) || nonce.length() == clientNonce.length()) {
            throw new SmackSaslException("the server answered for another sign-in (" + getName() + " nonce)");
        }
        int iterations = iterations(attributes.get('i'));
        String withoutProof = "c=" + base64(toBytes(GS2_HEADER)) + ",r=" + nonce;
        byte[] authMessage = toBytes(clientFirstBare + "," + serverFirst + "," + withoutProof);
        try {
            byte[] salt = Base64.getDecoder().decode(attributes.getOrDefault('s', ""));
            byte[] salted = salted(saslPrep(password), salt, iterations);
            byte[] proof = hmac(salted, toBytes("Client Key"));
            byte[] signature = hmac(MessageDigest.getInstance(hash.digest).digest(proof), authMessage);
            for (int i = 0; i < proof.length; i++) {
                proof[i] ^= signature[i];
            }
            serverSignature = hmac(hmac(salted, toBytes("Server Key")), authMessage);
            return withoutProof + ",p=" + base64(proof);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SmackSaslException("bad " + getName() + " challenge", e);
        }
    }

    void checkServerFinal(String serverFinal) throws SmackSaslException {
        byte[] expected = toBytes("v=" + base64(serverSignature));
        byte[] given = toBytes(serverFinal.split(",", 2)[0]);
        if (!MessageDigest.isEqual(expected, given)) {
            throw new SmackSaslException("the server's own proof is wrong (" + getName() + ")");
        }
        serverProved = true;
    }

    private int iterations(String text) throws SmackSaslException {
        int iterations;
        try {
            iterations = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new SmackSaslException("bad " + getName() + " iteration count", e);
        }
        if (iterations < FEWEST_ITERATIONS || iterations > MOST_ITERATIONS) {
            throw new SmackSaslException("the server asks for " + iterations + " iterations of " + getName() + "; "
                    + FEWEST_ITERATIONS + " to " + MOST_ITERATIONS + " are accepted");
        }
        return iterations;
    }

    private byte[] salted(String password, byte[] salt, int iterations) throws GeneralSecurityException {
        // PBEKeySpec takes characters, and the JDK's PBKDF2 encodes them as UTF-8, as SCRAM wants.
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, hash.bits);
        try {
            return SecretKeyFactory.getInstance(hash.pbkdf2)
                    .generateSecret(spec)
                    .getEncoded();
        } finally {
            spec.clearPassword();
        }
    }

    private byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(hash.hmac);
        mac.init(new SecretKeySpec(key, hash.hmac));
        return mac.doFinal(data);
    }

    private Map<Character, String> attributes(String message) throws SmackSaslException {
        Map<Character, String> attributes = new HashMap<>();
        for (String part : message.split(",")) {
            if (part.length() < 2 || part.charAt(1) != '=') {
                throw new SmackSaslException("bad " + getName() + " challenge");
            }
            attributes.put(part.charAt(0), part.substring(2));
        }
        if (attributes.containsKey('m')) {
            throw new SmackSaslException("the server asks for an extension of " + getName() + " that is not known");
        }
        return attributes;
    }

    private static String randomNonce() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return base64(random);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
