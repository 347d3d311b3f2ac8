package org.rollcall.agent.procrun;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what nobody else would: procrun begins a log a day and keeps all of them, and the JVM leaves a file at each
 * crash. The agent's own log bounds itself.
 */
final class LogCleaning {
    private static final Logger LOG = LoggerFactory.getLogger(LogCleaning.class);
    private static final Pattern DATED = Pattern.compile(".+\\.\\d{4}-\\d{2}-\\d{2}\\.log");
    private static final Pattern CRASH = Pattern.compile("java-crash.*|hs_err_.*\\.log|replay_.*\\.log|.*\\.mdmp");

    private static final Duration OLDEST = Duration.ofDays(30);
    /** procrun has three a day: its own, and the standard streams. */
    private static final int MOST_DATED = 42;

    private static final int MOST_CRASHES = 5;
    private static final long MOST_BYTES = 10 << 20;

    private final Path folder;
    private final Clock clock;

    private record Found(Path path, Instant changed, long bytes) {}

    LogCleaning(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    void run() {
        List<Found> dated = new ArrayList<>();
        List<Found> crashes = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (DATED.matcher(name).matches()) {
                    dated.add(found(file));
                } else if (CRASH.matcher(name).matches()) {
                    crashes.add(found(file));
                }
            }
        } catch (IOException e) {
            LOG.debug("{} cannot be cleaned", folder, e);
        }
        keep(dated, MOST_DATED);
        keep(crashes, MOST_CRASHES);
    }

    private static Found found(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Found(file, attributes.lastModifiedTime().toInstant(), attributes.size());
    }

    private void keep(List<Found> files, int most) {
        files.sort(Comparator.comparing(Found::changed).reversed());
        long bytes = 0;
        int count = 0;
        for (Found file : files) {
            count++;
            bytes += file.bytes();
            boolean old = file.changed().isBefore(clock.instant().minus(OLDEST));
            if (old || count > most || bytes > MOST_BYTES) {
                delete(file.path());
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // procrun itself holds today's.
            LOG.debug("{} cannot be deleted", file, e);
        }
    }
}
