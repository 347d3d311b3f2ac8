package org.rollcall.agent.enrol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.agent.log.EventId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far enrolment has come, in one sentence: in the log when it changes, not at each try, and in a file, for whoever
 * looks at this PC from outside the service.
 */
public final class EnrolmentState {
    private static final Logger LOG = LoggerFactory.getLogger(EnrolmentState.class);
    private static final int LONGEST = 4096;

    private final Path file;
    private volatile String sentence = "";

    EnrolmentState(Path file) {
        this.file = file;
    }

    /** What a running agent has written; empty: it is enrolled, or does not run. */
    public static Optional<String> read(Path file) {
        try {
            return Files.size(file) > LONGEST
                    ? Optional.empty()
                    : Optional.of(Files.readString(file).strip());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** What a person should know of. */
    void trouble(String now) {
        if (changed(now)) {
            LOG.warn(EventId.ENROLMENT_WAITS.marker(), "Enrolment: {}", now);
        }
    }

    void progress(String now) {
        if (changed(now)) {
            LOG.info("Enrolment: {}", now);
        }
    }

    void enrolled(String now) {
        if (changed(now)) {
            LOG.info(EventId.ENROLLED.marker(), "Enrolment: {}", now);
        }
    }

    /** The machine is signed in as itself. */
    void over() {
        sentence = "";
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("{} stays", file, e);
        }
    }

    String sentence() {
        return sentence;
    }

    private boolean changed(String now) {
        if (now.equals(sentence)) {
            return false;
        }
        sentence = now;
        try {
            Files.writeString(file, now + "\n");
        } catch (IOException e) {
            LOG.debug("{} is not written", file, e);
        }
        return true;
    }
}
