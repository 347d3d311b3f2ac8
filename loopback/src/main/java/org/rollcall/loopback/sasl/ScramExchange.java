package org.rollcall.loopback.sasl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The server's side of SCRAM without channel binding.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5802#section-5">RFC 5802, section 5</a>
 */
final class ScramExchange implements Exchange {
    private final ScramHash hash;
    private final Function<String, Credentials> accounts;
    private String claimedUser;
    private String gs2Header;
    private String clientFirstBare;
    private String serverFirst;
    private String nonce;
    private ScramKeys keys;
    private boolean known;
    private String user;

    ScramExchange(ScramHash hash, Function<String, Credentials> accounts) {
        this.hash = hash;
        this.accounts = accounts;
    }

    @Override
    public byte[] answer(byte[] said) throws SaslException {
        String message = new String(said, StandardCharsets.UTF_8);
        return (serverFirst == null ? first(message) : last(message)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String user() {
        return user;
    }

    private String first(String message) throws SaslException {
        int bareAt = message.indexOf(',', message.indexOf(',') + 1) + 1;
        if (bareAt < 3 || message.startsWith("p=")) {
            throw new SaslException("malformed-request");
        }
        gs2Header = message.substring(0, bareAt);
        clientFirstBare = message.substring(bareAt);
        Map<Character, String> fields = fields(clientFirstBare);
        if (!fields.containsKey('n') || !fields.containsKey('r')) {
            throw new SaslException("malformed-request");
        }
        claimedUser = fields.get('n').replace("=2C", ",").replace("=3D", "=");
        Credentials credentials = accounts.apply(claimedUser);
        known = credentials != null;
        // An unknown account is challenged like any other, so that guessing names teaches nothing.
        keys = known
                ? credentials.keys(hash)
                : ScramKeys.of(hash, UUID.randomUUID().toString());
        nonce = fields.get('r') + UUID.randomUUID();
        serverFirst = "r=" + nonce + ",s=" + base64(keys.salt()) + ",i=" + ScramKeys.ITERATIONS;
        return serverFirst;
    }

    private String last(String message) throws SaslException {
        int proofAt = message.lastIndexOf(",p=");
        Map<Character, String> fields = fields(message);
        if (proofAt < 0 || !fields.containsKey('c') || !fields.containsKey('p')) {
            throw new SaslException("malformed-request");
        }
        byte[] authMessage = (clientFirstBare + "," + serverFirst + "," + message.substring(0, proofAt))
                .getBytes(StandardCharsets.UTF_8);
        boolean bound = fields.get('c').equals(base64(gs2Header.getBytes(StandardCharsets.UTF_8)));
        if (!known || !bound || !nonce.equals(fields.get('r')) || !proves(fields.get('p'), authMessage)) {
            throw new SaslException("not-authorized");
        }
        user = claimedUser;
        return "v=" + base64(hash.hmac(keys.serverKey(), authMessage));
    }

    private boolean proves(String proof, byte[] authMessage) throws SaslException {
        byte[] clientKey;
        try {
            clientKey = Base64.getDecoder().decode(proof);
        } catch (IllegalArgumentException e) {
            throw new SaslException("incorrect-encoding");
        }
        byte[] signature = hash.hmac(keys.storedKey(), authMessage);
        if (clientKey.length != signature.length) {
            return false;
        }
        for (int i = 0; i < clientKey.length; i++) {
            clientKey[i] ^= signature[i];
        }
        return MessageDigest.isEqual(hash.hash(clientKey), keys.storedKey());
    }

    private static Map<Character, String> fields(String message) throws SaslException {
        Map<Character, String> fields = new HashMap<>();
        for (String field : message.split(",")) {
            if (field.length() < 2 || field.charAt(1) != '=') {
                throw new SaslException("malformed-request");
            }
            fields.put(field.charAt(0), field.substring(2));
        }
        return fields;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
