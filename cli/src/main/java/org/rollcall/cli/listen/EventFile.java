package org.rollcall.cli.listen;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jxmpp.jid.BareJid;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;

/**
 * Events as lines of JSON, each once: what the file holds already is known again after a restart. A line that a crash
 * cut short is dropped at the next start; its event was never answered for, so it comes again. Not thread-safe.
 */
final class EventFile implements AutoCloseable {
    private final FileChannel channel;
    /** For each sender and journal, the highest seq that is stored. */
    private final Map<String, Long> highest = new HashMap<>();

    private EventFile(FileChannel channel) {
        this.channel = channel;
    }

    static EventFile open(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        EventFile file = new EventFile(channel);
        try {
            lock(channel, path);
            channel.truncate(endOfLastLine(channel));
            channel.position(channel.size());
            try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    EventLine.keyOf(line).ifPresent(key -> file.remember(key.from(), key.journal(), key.seq()));
                }
            }
            return file;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Those that are new, in order, written; they are safe after {@link #sync}. */
    List<Event> append(BareJid from, Events events) throws IOException {
        List<Event> added = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        long before = highest.getOrDefault(name(from.toString(), events.journal()), 0L);
        for (Event event : events.events()) {
            if (event.seq() > before) {
                lines.append(EventLine.json(from, events.journal(), event)).append('\n');
                added.add(event);
                before = event.seq();
            }
        }
        write(lines);
        remember(from.toString(), events.journal(), before);
        return added;
    }

    void sync() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** All or nothing: half a line would run into the next one. */
    private void write(CharSequence lines) throws IOException {
        long start = channel.position();
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            channel.truncate(start);
            channel.position(start);
            throw e;
        }
    }

    private void remember(String from, String journal, long seq) {
        if (seq > 0) {
            highest.merge(name(from, journal), seq, Math::max);
        }
    }

    private static String name(String from, String journal) {
        return from + "\n" + journal;
    }

    private static void lock(FileChannel channel, Path path) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException(path + " is being written by another listener", e);
        }
        throw new IOException(path + " is being written by another listener");
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long at = channel.size() - 1; at >= 0; at--) {
            one.clear();
            channel.read(one, at);
            if (one.get(0) == '\n') {
                return at + 1;
            }
        }
        return 0;
    }
}
