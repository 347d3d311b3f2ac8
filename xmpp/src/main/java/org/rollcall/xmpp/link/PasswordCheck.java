package org.rollcall.xmpp.link;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tries on the server whether a password is an account's, over a stream of its own that ends at once. */
public final class PasswordCheck {
    private PasswordCheck() {}

    /** The same with no other CAs than the runtime's own, or the CA file's. */
    public static Optional<LinkFailure> failure(LinkSettings settings, Duration limit) throws InterruptedException {
        return failure(settings, List::of, limit);
    }

    /**
     * Blocks until it is known. Nothing is sent but the sign-in itself: nobody sees the account come or go.
     *
     * @param settings whose account and password; the password given out is overwritten
     * @param moreRoots CAs to trust beside the runtime's own, where no CA file is set
     * @param limit after which the connection is cut
     * @return empty when the password is right; else why not, where {@link LinkFailure.Kind#PASSWORD} and {@link
     *     LinkFailure.Kind#ACCOUNT_UNKNOWN} are the server's word on it, and all others say that it could not be asked
     */
    public static Optional<LinkFailure> failure(
            LinkSettings settings, Supplier<Collection<X509Certificate>> moreRoots, Duration limit)
            throws InterruptedException {
        try {
            Visit.pay(settings, moreRoots, limit, server -> Boolean.TRUE);
            return Optional.empty();
        } catch (Visit.FailedException e) {
            return Optional.of(e.failure());
        }
    }
}
