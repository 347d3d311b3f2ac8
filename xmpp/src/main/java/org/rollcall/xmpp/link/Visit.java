package org.rollcall.xmpp.link;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;

/** A sign-in of a moment, over a stream of its own that is cut when its time is up. */
final class Visit {
    private Visit() {}

    /** What is done once signed in, on the thread that called, which alone may send. */
    interface Purpose<T> {
        T at(GuardedConnection server) throws SmackException, XMPPException, IOException, InterruptedException;
    }

    /** How far to go before that. */
    interface Way {
        void go(Dialer dialer)
                throws SignInRefusedException, SmackException, XMPPException, IOException, InterruptedException;
    }

    /** Tells why it failed. */
    static final class FailedException extends Exception {
        private static final long serialVersionUID = 1;
        private final transient LinkFailure failure;

        private FailedException(LinkFailure failure, Exception cause) {
            super(failure.sentence(), cause);
            this.failure = failure;
        }

        LinkFailure failure() {
            return failure;
        }
    }

    /** Blocks, at most until the limit, when the connection is cut. */
    static <T> T pay(
            LinkSettings settings, Supplier<Collection<X509Certificate>> moreRoots, Duration limit, Purpose<T> purpose)
            throws FailedException, InterruptedException {
        return pay(settings, moreRoots, limit, Dialer::signIn, purpose);
    }

    static <T> T pay(
            LinkSettings settings,
            Supplier<Collection<X509Certificate>> moreRoots,
            Duration limit,
            Way way,
            Purpose<T> purpose)
            throws FailedException, InterruptedException {
        Dialer dialer = new Dialer(settings, moreRoots, System::nanoTime);
        dialer.connection().shut(Thread.currentThread());
        Thread cutter = cutter(dialer, limit);
        try {
            way.go(dialer);
            return purpose.at(dialer.connection());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new FailedException(dialer.failures().ofAttempt(e), e);
        } finally {
            cutter.interrupt();
            dialer.hangUp();
        }
    }

    private static Thread cutter(Dialer dialer, Duration limit) {
        Thread thread = new Thread(
                () -> {
                    try {
                        Thread.sleep(limit.toMillis());
                        dialer.cut();
                    } catch (InterruptedException done) {
                        // The visit has ended in time.
                        Thread.currentThread().interrupt();
                    }
                },
                "rollcall-visit-limit");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
