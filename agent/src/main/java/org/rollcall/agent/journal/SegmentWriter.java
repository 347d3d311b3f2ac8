package org.rollcall.agent.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends lines to one journal file; a line counts once it is on the disk, and then stays. */
final class SegmentWriter implements Closeable {
    private final FileChannel channel;
    private final Path path;
    private long length;

    /** Begins the file anew: whatever is there under this name never counted. */
    SegmentWriter(Path path) throws IOException {
        this.path = path;
        channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    long length() {
        return length;
    }

    /** Writes and syncs. After a failure the file is cut back to what counted, as far as the disk lets us. */
    void append(byte[] lines) throws IOException {
        boolean newFile = length == 0;
        try {
            ByteBuffer buffer = ByteBuffer.wrap(lines);
            while (buffer.hasRemaining()) {
                channel.write(buffer, length + buffer.position());
            }
            channel.force(false);
            if (newFile) {
                DataFolder.syncFolder(path.getParent());
            }
            length += lines.length;
        } catch (IOException failed) {
            try {
                channel.truncate(length);
            } catch (IOException alsoFailed) {
                failed.addSuppressed(alsoFailed);
            }
            throw failed;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
