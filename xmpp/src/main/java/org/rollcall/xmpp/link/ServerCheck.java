package org.rollcall.xmpp.link;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/** Connects as far as TLS and looks what sign-ins are offered, for who has no password yet. */
public final class ServerCheck {
    private ServerCheck() {}

    /**
     * Blocks until it is known.
     *
     * @param moreRoots CAs to trust beside the runtime's own, where no CA file is set
     * @param limit after which the connection is cut
     * @return empty when all is well
     */
    public static Optional<LinkFailure> failure(
            LinkSettings settings, Supplier<Collection<X509Certificate>> moreRoots, Duration limit)
            throws InterruptedException {
        try {
            Visit.pay(settings, moreRoots, limit, Dialer::secure, server -> Boolean.TRUE);
            return Optional.empty();
        } catch (Visit.FailedException e) {
            return Optional.of(e.failure());
        }
    }
}
