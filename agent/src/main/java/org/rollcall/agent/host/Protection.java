package org.rollcall.agent.host;

import java.io.IOException;

/** Keeps a secret on this machine's disk unreadable elsewhere, as far as the system can. */
public interface Protection {

    /** Where the system has nothing but files' rights. */
    Protection NONE = new Protection() {
        @Override
        public byte[] protect(byte[] secret) {
            return secret.clone();
        }

        @Override
        public byte[] unprotect(byte[] kept) {
            return kept.clone();
        }
    };

    byte[] protect(byte[] secret) throws IOException;

    /** @throws IOException when it was kept by another machine, or is damaged */
    byte[] unprotect(byte[] kept) throws IOException;
}
