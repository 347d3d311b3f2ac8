package org.rollcall.loopback.sasl;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** RFC 4616: authorization identity, user and password, separated by NUL. */
final class PlainExchange implements Exchange {
    private final Function<String, Credentials> accounts;
    private String user;

    PlainExchange(Function<String, Credentials> accounts) {
        this.accounts = accounts;
    }

    @Override
    public byte[] answer(byte[] said) throws SaslException {
        String[] parts = new String(said, StandardCharsets.UTF_8).split("\0", -1);
        if (parts.length != 3) {
            throw new SaslException("malformed-request");
        }
        Credentials credentials = accounts.apply(parts[1]);
        if (credentials == null || !credentials.password().equals(parts[2])) {
            throw new SaslException("not-authorized");
        }
        user = parts[1];
        return new byte[0];
    }

    @Override
    public String user() {
        return user;
    }
}
