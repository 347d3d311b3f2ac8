package org.rollcall.agent.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rollcall.agent.log.EventId;
import org.rollcall.xmpp.stanza.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of this journal and of those before it: which to write, which to send from, which may go. */
final class JournalFiles {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFiles.class);
    private static final int FILES_AT_BOUND = 32;

    private final Path folder;
    private final long bound;
    private final String journal;
    private final long ordinal;
    private final List<Segment> segments;
    private final Answered answered;
    private SegmentWriter writer;
    private boolean full;
    private boolean unkept;

    JournalFiles(Path folder, long bound, String journal) throws IOException {
        this.folder = folder;
        this.bound = bound;
        this.journal = journal;
        segments = Segment.list(folder);
        answered = new Answered(folder);
        ordinal = segments.isEmpty() ? 1 : segments.get(segments.size() - 1).ordinal() + 1;
    }

    Recovered recover() throws IOException {
        if (segments.isEmpty()) {
            return Recovered.NOTHING;
        }
        Segment last = segments.get(segments.size() - 1);
        Segment.Content content = last.read();
        return new Recovered(last.journal(), last.last(), content.carried(), content.events());
    }

    /** The events of the last few files. */
    List<Event> latest() throws IOException {
        List<Event> events = new ArrayList<>();
        for (Segment segment : segments.subList(Math.max(0, segments.size() - 3), segments.size())) {
            events.addAll(segment.read().events());
        }
        return events;
    }

    /** Onto the disk, or an exception and as if it had never been tried. */
    void write(Event event, CarriedState carried) throws IOException {
        byte[] line = JournalLine.encode(event);
        try {
            if (writer == null || writer.length() + line.length > bound / FILES_AT_BOUND) {
                roll(event, line, carried);
            } else {
                writer.append(line);
                Segment active = segments.get(segments.size() - 1);
                segments.set(segments.size() - 1, active.grown(event.seq(), writer.length()));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** The oldest events without an answer, of the oldest journal that has any. */
    Optional<Batch> unanswered(int mostEvents, int mostBytes) {
        for (Segment segment : segments) {
            long from = answered.upTo(segment.journal());
            if (segment.last() <= from) {
                continue;
            }
            try {
                List<Event> batch = cut(segment.read().events(), from, mostEvents, mostBytes);
                if (!batch.isEmpty()) {
                    return Optional.of(new Batch(segment.journal(), batch));
                }
            } catch (IOException e) {
                LOG.warn("{} cannot be read ({}): its events are not sent", segment.path(), e.toString());
            }
        }
        return Optional.empty();
    }

    void stored(String ofJournal, long upTo) {
        long written = segments.stream()
                .filter(segment -> segment.journal().equals(ofJournal))
                .mapToLong(Segment::last)
                .max()
                .orElse(0);
        try {
            answered.advance(ofJournal, Math.min(upTo, written));
            unkept = false;
        } catch (IOException e) {
            if (!unkept) {
                unkept = true;
                LOG.info("Central's answers cannot be kept in {} ({}): a restart sends those events again", folder, e);
            }
        }
        full = false;
        purge();
    }

    void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            LOG.debug("closing the journal", e);
        }
        writer = null;
    }

    private static List<Event> cut(List<Event> events, long from, int mostEvents, int mostBytes) {
        List<Event> batch = new ArrayList<>();
        long bytes = 0;
        for (Event event : events) {
            if (event.seq() <= from) {
                continue;
            }
            bytes += JournalLine.encode(event).length;
            if (batch.size() == mostEvents || (bytes > mostBytes && !batch.isEmpty())) {
                break;
            }
            batch.add(event);
        }
        return batch;
    }

    /** Begins a new file with this event; only then may what it replaces go. */
    private void roll(Event event, byte[] line, CarriedState carried) throws IOException {
        close();
        Files.createDirectories(folder);
        Path path = Segment.path(folder, ordinal, journal, event.seq());
        writer = new SegmentWriter(path);
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        for (Map<String, String> state : carried.lines()) {
            first.write(JournalLine.encode(state));
        }
        first.write(line);
        writer.append(first.toByteArray());
        segments.add(new Segment(path, ordinal, journal, event.seq(), event.seq(), writer.length()));
        purge();
        dropBeyondBound();
    }

    /**
     * Deletes files whose events are all answered for; never the last one, which says where the next start begins, and
     * not before this journal has one.
     */
    private void purge() {
        if (segments.isEmpty() || segments.get(segments.size() - 1).ordinal() != ordinal) {
            return;
        }
        for (Segment segment : List.copyOf(segments.subList(0, segments.size() - 1))) {
            if (segment.last() <= answered.upTo(segment.journal())) {
                remove(segment);
            }
        }
        answered.retain(segments.stream().map(Segment::journal).collect(Collectors.toSet()));
    }

    private void dropBeyondBound() {
        long bytes = segments.stream().mapToLong(Segment::onDisk).sum();
        while (bytes > bound && segments.size() > 1) {
            Segment oldest = segments.get(0);
            if (!full) {
                full = true;
                LOG.warn(
                        EventId.JOURNAL_FULL.marker(),
                        "The journal has reached {} KiB, as central answers for nothing: from now on the oldest events "
                                + "are dropped, {} to {} of journal {} first",
                        bound / 1024,
                        oldest.first(),
                        oldest.last(),
                        oldest.journal());
            }
            bytes -= oldest.onDisk();
            remove(oldest);
        }
    }

    private void remove(Segment segment) {
        segments.remove(segment);
        try {
            Files.deleteIfExists(segment.path());
        } catch (IOException e) {
            // A virus scanner may hold it; then the next start sends its events again, which central recognises.
            LOG.debug("{} cannot be deleted", segment.path(), e);
        }
    }
}
