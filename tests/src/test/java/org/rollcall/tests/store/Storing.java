package org.rollcall.tests.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.rollcall.central.store.StoreSettings;
import org.rollcall.tests.fixture.JavaProcess;
import org.rollcall.tests.fixture.Project;

/** A running {@link StoringProcess}. */
final class Storing implements AutoCloseable {
    private static final int LIMIT_SECONDS = 60;

    private final Process process;
    private final Writer in;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Thread reader;

    Storing(StoreSettings settings) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                JavaProcess.classPath(),
                StoringProcess.class.getName(),
                settings.url()));
        if (settings.user() != null) {
            command.addAll(
                    List.of(settings.user(), new String(settings.password().get())));
        }
        process = new ProcessBuilder(command)
                .redirectError(Project.log("programs", "storing").toFile())
                .start();
        in = process.outputWriter(StandardCharsets.UTF_8);
        reader = new Thread(this::read, "storing-reader");
        reader.setDaemon(true);
        reader.start();
        // Its log may come first.
        while (!answer().equals("ready")) {}
    }

    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
    }

    /** The next line, waited for. */
    String answer() throws InterruptedException {
        String line = lines.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("the store says nothing for " + LIMIT_SECONDS + " s");
        }
        return line;
    }

    /** The next line if there is one; null when there is none. */
    String answerAtHand() {
        return lines.poll();
    }

    /** SIGKILL; what it had said by then is still at hand. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        reader.join();
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            in.close();
            boolean ended = process.onExit()
                    .completeOnTimeout(null, LIMIT_SECONDS, TimeUnit.SECONDS)
                    .thenApply(exited -> exited != null)
                    .join();
            if (!ended) {
                process.destroyForcibly();
            }
        }
    }
}
