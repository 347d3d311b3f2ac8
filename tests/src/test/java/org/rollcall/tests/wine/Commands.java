package org.rollcall.tests.wine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs of Wine's, whose servers outlive them and hold their output open: so it goes to a file. */
final class Commands {
    private Commands() {}

    /** What it wrote; an exit code other than 0 fails the test. */
    static String run(Duration limit, Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile("rollcall-wine-", ".out");
            try {
                Process process = builder(environment, command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(command + " did not end within " + limit.toSeconds() + " s");
                }
                String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
                if (process.exitValue() != 0) {
                    throw new AssertionError(command + " failed with " + process.exitValue() + ": " + text);
                }
                return text;
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new AssertionError(command.get(0) + " cannot be run (tests/run installs what is missing): " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static ProcessBuilder builder(Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("DISPLAY");
        builder.environment().putAll(environment);
        return builder;
    }
}
