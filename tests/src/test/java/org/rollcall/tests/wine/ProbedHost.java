package org.rollcall.tests.wine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.rollcall.tests.fixture.Await;

/** Talks with a {@link HostProbe} that runs under Wine. */
final class ProbedHost implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();
    private final AtomicInteger changes = new AtomicInteger();
    private volatile boolean ready;

    ProbedHost(WineBench bench) {
        process = bench.java("probe.log", HostProbe.class.getName());
        Thread reader = new Thread(this::read, "probe");
        reader.setDaemon(true);
        reader.start();
        Await.until("the probe under Wine", LIMIT, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the probe ended, see tests/target/wine/probe.log");
            }
            return ready;
        });
    }

    private void read() {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.strip()) {
                    case "ready" -> ready = true;
                    case "changed" -> changes.incrementAndGet();
                    default -> replies.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often Windows said that sessions changed. */
    int changes() {
        return changes.get();
    }

    JsonElement ask(String... words) {
        JsonObject reply = reply(words);
        if (!reply.has("result")) {
            throw new AssertionError(List.of(words) + ": " + reply);
        }
        return reply.get("result");
    }

    JsonObject reply(String... words) {
        try {
            process.getOutputStream().write((String.join("\t", words) + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            String line = replies.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("the probe did not answer, see tests/target/wine/probe.log");
            }
            return JsonParser.parseString(line).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
