package org.rollcall.agent.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.rollcall.xmpp.stanza.Event;

/** Events that central would not take, kept for a person to look at: a text file of at most 1 MiB, and the one before. */
final class RefusedEvents {
    private static final long LARGEST = 1 << 20;

    private final Path file;

    RefusedEvents(Path file) {
        this.file = file;
    }

    void add(String journal, Event event, String reason) throws IOException {
        if (Files.exists(file) && Files.size(file) > LARGEST) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        String line = journal + "\t" + reason.replaceAll("[\\t\\r\\n]", " ") + "\t"
                + new String(JournalLine.encode(event), StandardCharsets.UTF_8);
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
