package org.rollcall.agent.enrol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Reads the enrolment account's password from a share. A share that is away may keep a reader for minutes and does not
 * heed an interrupt: it is left behind, and no second one is begun before it has returned.
 */
final class SecretReader {
    private final Supplier<char[]> source;
    private final Duration limit;
    private CompletableFuture<char[]> reading;

    SecretReader(Supplier<char[]> source, Duration limit) {
        this.source = source;
        this.limit = limit;
    }

    /** @throws IOException with one clear sentence */
    char[] read() throws IOException, InterruptedException {
        if (source == null) {
            throw new IOException("neither enrol.secret-file nor enrol.secret is set");
        }
        if (reading == null) {
            reading = new CompletableFuture<>();
            begin(reading);
        }
        try {
            char[] secret = reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            reading = null;
            if (secret == null || secret.length == 0) {
                throw new IOException("the enrolment secret is empty");
            }
            return secret;
        } catch (TimeoutException e) {
            throw new IOException(
                    "the share with the enrolment secret has not answered within " + limit.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            reading = null;
            throw new IOException(e.getCause().getMessage(), e);
        }
    }

    private void begin(CompletableFuture<char[]> result) {
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(source.get());
                    } catch (UncheckedIOException e) {
                        result.completeExceptionally(e);
                    } catch (RuntimeException | LinkageError e) {
                        result.completeExceptionally(new IOException("a fault of the program: " + e, e));
                    }
                },
                "rollcall-enrol-secret");
        thread.setDaemon(true);
        thread.start();
    }
}
