package org.rollcall.agent.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far central has answered for each journal, one small file each, overwritten in place and never synced: losing one
 * means that events are sent again, which central recognises.
 */
final class Answered {
    private static final Logger LOG = LoggerFactory.getLogger(Answered.class);
    private static final String SUFFIX = ".answered";
    private static final int LONGEST = 64;

    private final Path folder;
    private final Map<String, Long> answered = new HashMap<>();

    Answered(Path folder) throws IOException {
        this.folder = folder;
        if (!Files.exists(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                answered.put(name.substring(0, name.length() - SUFFIX.length()), read(file));
            }
        }
    }

    /** 0 when central has answered for none. */
    long upTo(String journal) {
        return answered.getOrDefault(journal, 0L);
    }

    void advance(String journal, long seq) throws IOException {
        if (seq <= upTo(journal)) {
            return;
        }
        answered.put(journal, seq);
        String text = seq + " " + checksum(seq) + "\n";
        try (FileChannel channel =
                FileChannel.open(file(journal), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    /** Forgets all journals but these. */
    void retain(Set<String> journals) {
        for (String journal : Set.copyOf(answered.keySet())) {
            if (!journals.contains(journal)) {
                answered.remove(journal);
                try {
                    Files.deleteIfExists(file(journal));
                } catch (IOException e) {
                    LOG.debug("{} cannot be deleted", file(journal), e);
                }
            }
        }
    }

    private Path file(String journal) {
        return folder.resolve(journal + SUFFIX);
    }

    private static long read(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            return 0;
        }
        String[] fields = Files.readString(file, StandardCharsets.ISO_8859_1).split("[ \n]");
        try {
            long seq = Long.parseLong(fields[0]);
            return fields.length >= 2 && fields[1].equals(checksum(seq)) ? seq : 0;
        } catch (NumberFormatException damaged) {
            return 0;
        }
    }

    private static String checksum(long seq) {
        CRC32C crc = new CRC32C();
        crc.update(Long.toString(seq).getBytes(StandardCharsets.US_ASCII));
        return Long.toHexString(crc.getValue());
    }
}
