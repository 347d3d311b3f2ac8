package org.rollcall.agent.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.xmpp.stanza.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of a journal: {@code ORDINAL-JOURNAL-FIRSTSEQ.events}. Files are only ever appended to and deleted whole:
 * nothing is rewritten, so no crash can take what was already safe.
 *
 * @param ordinal puts journals in the order of their starts
 * @param last the seq of its last event
 */
record Segment(Path path, long ordinal, String journal, long first, long last, long bytes) {
    private static final Logger LOG = LoggerFactory.getLogger(Segment.class);
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})-([a-z0-9]{1,64})-(\\d{1,18})\\.events");
    /** A file takes a disk block at least, so many small ones count too. */
    private static final long BLOCK = 4096;

    /** What a file holds, damaged lines left out. */
    record Content(List<Map<String, String>> carried, List<Event> events) {}

    static Path path(Path folder, long ordinal, String journal, long first) {
        return folder.resolve(String.format("%08d-%s-%08d.events", ordinal, journal, first));
    }

    /** All files of a folder in order; those without one whole event are deleted: nothing in them ever counted. */
    static List<Segment> list(Path folder) throws IOException {
        List<Segment> segments = new ArrayList<>();
        if (!Files.exists(folder)) {
            return segments;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.events")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (!name.matches()) {
                    continue;
                }
                List<Event> events = read(file).events();
                if (events.isEmpty()) {
                    delete(file);
                    continue;
                }
                segments.add(new Segment(
                        file,
                        Long.parseLong(name.group(1)),
                        name.group(2),
                        Long.parseLong(name.group(3)),
                        events.get(events.size() - 1).seq(),
                        Files.size(file)));
            }
        }
        segments.sort(Comparator.comparingLong(Segment::ordinal).thenComparingLong(Segment::first));
        return segments;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("{} stays, and counts for nothing", file, e);
        }
    }

    Content read() throws IOException {
        return read(path);
    }

    Segment grown(long seq, long size) {
        return new Segment(path, ordinal, journal, first, seq, size);
    }

    long onDisk() {
        return Math.max(bytes, BLOCK);
    }

    private static Content read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Content content = new Content(new ArrayList<>(), new ArrayList<>());
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            JournalLine line = JournalLine.decode(bytes, start, i);
            start = i + 1;
            if (line != null && line.event() != null) {
                content.events().add(line.event());
            } else if (line != null) {
                content.carried().add(line.carried());
            }
        }
        return content;
    }
}
