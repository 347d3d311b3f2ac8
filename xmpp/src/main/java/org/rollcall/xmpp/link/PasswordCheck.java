package org.rollcall.xmpp.link;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Tries on the server whether a password is an account's, over a stream of its own that ends at once. */
public final class PasswordCheck {
    private PasswordCheck() {}

    /**
     * Blocks until it is known. Nothing is sent but the sign-in itself: nobody sees the account come or go.
     *
     * @param settings whose account and password; the password given out is overwritten
     * @param limit after which the connection is cut
     * @return empty when the password is right; else why not, where {@link LinkFailure.Kind#PASSWORD} and {@link
     *     LinkFailure.Kind#ACCOUNT_UNKNOWN} are the server's word on it, and all others say that it could not be asked
     */
    public static Optional<LinkFailure> failure(LinkSettings settings, Duration limit) throws InterruptedException {
        Dialer dialer = new Dialer(settings, List::of, System::nanoTime);
        dialer.connection().shut(Thread.currentThread());
        CompletableFuture<Void> cut = CompletableFuture.runAsync(
                dialer::cut, CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
        try {
            dialer.signIn();
            return Optional.empty();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return Optional.of(dialer.failures().ofAttempt(e));
        } finally {
            cut.cancel(false);
            dialer.hangUp();
        }
    }
}
