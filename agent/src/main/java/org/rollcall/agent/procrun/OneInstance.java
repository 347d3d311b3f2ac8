package org.rollcall.agent.procrun;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One service on a PC, by a lock that ends with its process at the latest. A file in the guarded folder and not a named
 * mutex, which any user could hold to keep the service from starting.
 */
final class OneInstance implements Closeable {
    private final FileChannel channel;

    private OneInstance(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty when another one has it. */
    static Optional<OneInstance> take(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            FileLock lock = channel.tryLock();
            taken = lock != null;
        } catch (OverlappingFileLockException thisVeryProcess) {
            taken = false;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        return taken ? Optional.of(new OneInstance(channel)) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
