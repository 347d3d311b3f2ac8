package org.rollcall.loopback.sasl;

import java.util.function.Function;

/** A way to sign in that the server may offer. */
public enum Mechanism {
    SCRAM_SHA_256("SCRAM-SHA-256") {
        @Override
        public Exchange begin(Function<String, Credentials> accounts) {
            return new ScramExchange(ScramHash.SHA256, accounts);
        }
    },
    SCRAM_SHA_1("SCRAM-SHA-1") {
        @Override
        public Exchange begin(Function<String, Credentials> accounts) {
            return new ScramExchange(ScramHash.SHA1, accounts);
        }
    },
    /** Only for tests of clients that must not use it. */
    PLAIN("PLAIN") {
        @Override
        public Exchange begin(Function<String, Credentials> accounts) {
            return new PlainExchange(accounts);
        }
    };

    private final String saslName;

    Mechanism(String saslName) {
        this.saslName = saslName;
    }

    public String saslName() {
        return saslName;
    }

    /** @param accounts an account's credentials by its localpart as the client wrote it, or null */
    public abstract Exchange begin(Function<String, Credentials> accounts);
}
