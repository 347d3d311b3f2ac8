package org.rollcall.agent.host.portable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When somebody last typed at a terminal: its device's access time, as {@code w} tells idleness. */
final class Terminals {
    /** Below this, input is happening: the kernel itself notes a terminal's access only every 8 seconds. */
    private static final Duration BUSY = Duration.ofSeconds(60);

    private final Path dev;
    private final Clock clock;

    Terminals(Path dev, Clock clock) {
        this.dev = dev;
        this.clock = clock;
    }

    /** Null when unknown or while input is happening. */
    Instant idleSince(String line) {
        // A display (":0") is no device; and a record's text must not lead out of /dev.
        if (line == null || line.isEmpty() || line.startsWith(":") || line.contains("..")) {
            return null;
        }
        try {
            Instant last = Files.readAttributes(dev.resolve(line), BasicFileAttributes.class)
                    .lastAccessTime()
                    .toInstant();
            return last.isAfter(clock.instant().minus(BUSY)) ? null : last;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }
}
