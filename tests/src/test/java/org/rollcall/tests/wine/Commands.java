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

    private record Result(int exitCode, String output) {}

    /** What it wrote; an exit code other than 0 fails the test. */
    static String run(Duration limit, Map<String, String> environment, List<String> command) {
        Result result = result(limit, environment, command);
        if (result.exitCode != 0) {
            throw new AssertionError(command + " failed with " + result.exitCode + ": " + result.output);
        }
        return result.output;
    }

    /** What it wrote, whatever its exit code. */
    static String output(Duration limit, Map<String, String> environment, List<String> command) {
        return result(limit, environment, command).output;
    }

    static int exitCode(Duration limit, Map<String, String> environment, List<String> command) {
        return result(limit, environment, command).exitCode;
    }

    private static Result result(Duration limit, Map<String, String> environment, List<String> command) {
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
                return new Result(process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
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
