package org.rollcall.agent.check;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rollcall.xmpp.text.Messages;

/** Whether the journal can be written. */
final class DataFolderCheck {
    /** What the journal may take; below it events may be lost when central is away for long. */
    static final long LEAST = 64L << 20;

    private static final int PROBE = 4096;

    /** For a disk that a test cannot fill. */
    interface Space {
        long left(Path folder) throws IOException;
    }

    private final Space space;
    private final Messages messages;

    DataFolderCheck(Space space, Messages messages) {
        this.space = space;
        this.messages = messages;
    }

    Finding of(Path folder) {
        if (!Files.exists(folder)) {
            return new Finding(true, messages.text("data.new", folder.toString()));
        }
        try {
            long left = space.left(folder);
            try {
                probe(folder);
            } catch (IOException e) {
                if (left < PROBE) {
                    return full(folder, left);
                }
                throw e;
            }
            return left < LEAST
                    ? full(folder, left)
                    : new Finding(true, messages.text("data.good", folder.toString(), megabytes(left)));
        } catch (AccessDeniedException e) {
            return new Finding(false, messages.text("data.denied", folder.toString()));
        } catch (IOException e) {
            return new Finding(false, messages.text("data.unwritable", folder.toString(), e.toString()));
        }
    }

    private static void probe(Path folder) throws IOException {
        Path tried = Files.createTempFile(folder, "check-", ".tmp");
        try {
            Files.write(tried, new byte[PROBE]);
        } finally {
            Files.delete(tried);
        }
    }

    private Finding full(Path folder, long left) {
        return new Finding(false, messages.text("data.full", folder.toString(), megabytes(left), megabytes(LEAST)));
    }

    private static String megabytes(long bytes) {
        return Long.toString(bytes >> 20);
    }
}
