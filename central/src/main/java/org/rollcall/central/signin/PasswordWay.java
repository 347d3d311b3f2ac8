package org.rollcall.central.signin;

import java.util.Optional;
import org.rollcall.central.access.Who;

/** A way to sign in by name and password. Thread-safe. */
public interface PasswordWay {

    /** What the page offers: {@code directory}, {@code xmpp}. */
    String method();

    /** Whose password it would be, always spelled the same for the same account; empty: not for this way. */
    Optional<String> account(String typed);

    /** Under which name its tries are counted. @param account what {@link #account} said */
    default String counted(String account) {
        return account;
    }

    /**
     * Blocks, 10 seconds at most. Stores nothing.
     *
     * @param account what {@link #account} said
     * @param password overwritten by the caller afterwards
     * @return empty: there is no such account, or its password is another one
     * @throws UnavailableException when it cannot be known now
     */
    Optional<Who> check(String account, char[] password) throws UnavailableException, InterruptedException;
}
