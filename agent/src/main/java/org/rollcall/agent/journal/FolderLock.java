package org.rollcall.agent.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One agent in a data folder, by a lock that ends with its process at the latest. */
final class FolderLock implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);
    /** Far behind the text, as Windows forbids others to read what is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws DataFolderException when another one has it */
    static FolderLock take(Path folder) throws IOException, DataFolderException {
        Path file = file(folder);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FolderLock lock = hold(folder, channel, false);
        sign(channel);
        return lock;
    }

    /** In a folder that cannot be written, where whoever writes may have been before: null where there is no lock. */
    static FolderLock look(Path folder) throws IOException, DataFolderException {
        return Files.exists(file(folder))
                ? hold(folder, FileChannel.open(file(folder), StandardOpenOption.READ), true)
                : null;
    }

    private static Path file(Path folder) {
        return folder.resolve("lock");
    }

    private static FolderLock hold(Path folder, FileChannel channel, boolean shared)
            throws IOException, DataFolderException {
        FolderLock lock = new FolderLock(channel);
        FileLock held;
        try {
            held = channel.tryLock(LOCKED_BYTE, 1, shared);
        } catch (OverlappingFileLockException ourselves) {
            held = null;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
        if (held == null) {
            String holder =
                    Files.readString(file(folder), StandardCharsets.ISO_8859_1).trim();
            lock.close();
            throw new DataFolderException(
                    "The data folder " + folder + " is in use by another agent (process " + holder
                            + "): stop that one first, or give this one its own agent.data-dir",
                    null);
        }
        return lock;
    }

    /** Whose lock it is, for people; a full disk may keep it from us. */
    private static void sign(FileChannel channel) {
        byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid), 0);
        } catch (IOException e) {
            LOG.debug("The lock file is not signed", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing the lock", e);
        }
    }
}
