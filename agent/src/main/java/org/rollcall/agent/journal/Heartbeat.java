package org.rollcall.agent.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * The time, on disk: what a start after a power cut knows of when the machine last lived. Twenty bytes written in place
 * and synced now and then; a torn one is unknown.
 */
public final class Heartbeat {
    private static final int DIGITS = 19;

    private final Path file;

    public Heartbeat(Path file) {
        this.file = file;
    }

    /** The last beat of the process before, if there was one. */
    public Optional<Instant> last() {
        try {
            if (!Files.exists(file) || Files.size(file) != DIGITS + 1) {
                return Optional.empty();
            }
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(
                    Files.readString(file, StandardCharsets.ISO_8859_1).trim())));
        } catch (IOException | NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    /** @param sync also onto the disk itself, for power cuts; without, only a crash of the agent is covered */
    public void beat(Instant now, boolean sync) throws IOException {
        byte[] text = String.format("%0" + DIGITS + "d%n", now.toEpochMilli())
                .replace("\r", "")
                .getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text));
            if (sync) {
                channel.force(false);
            }
        }
    }
}
