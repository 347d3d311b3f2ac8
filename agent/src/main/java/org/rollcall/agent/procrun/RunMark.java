package org.rollcall.agent.procrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A file that is there for as long as the service runs: what ends without a word leaves it to the next start. */
final class RunMark {
    private final Path file;

    RunMark(Path file) {
        this.file = file;
    }

    /** When the last run began, if it ended without a stop: by a fault, by force, with the power. */
    Optional<String> set(Instant now) throws IOException {
        Optional<String> before;
        try {
            String began = Files.readString(file).strip();
            // A disk that was full took the file and not its text.
            before = Optional.of(began.isEmpty() ? "a time that nobody knows" : began);
        } catch (NoSuchFileException stopped) {
            before = Optional.empty();
        }
        Files.writeString(file, now + "\n");
        return before;
    }

    void take() throws IOException {
        Files.deleteIfExists(file);
    }
}
