package org.rollcall.agent.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jxmpp.jid.BareJid;
import org.rollcall.agent.host.HardwareIdentity;
import org.rollcall.agent.log.EventId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent's folder: locked by one process, and bound to one JID on one machine. What a copy of another machine's disk
 * brought along is moved aside before anything connects: its journal would be told in the wrong machine's name.
 */
public final class DataFolder implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final DateTimeFormatter DATED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss").withZone(ZoneOffset.UTC);
    /** Far behind the text, as Windows forbids others to read what is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final String PASSWORD = "password-";

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** Makes the folder where there is none, takes it, and sets aside what belongs to another machine. */
    public static DataFolder open(Path path, BareJid jid, HardwareIdentity identity, Clock clock)
            throws DataFolderException {
        FileChannel lock = null;
        try {
            create(path);
            lock = lock(path);
            DataFolder folder = new DataFolder(path, lock);
            folder.bind(new Binding(jid.toString(), identity), clock);
            Files.createDirectories(folder.journal());
            return folder;
        } catch (IOException e) {
            closeQuietly(lock);
            throw new DataFolderException(
                    "The data folder " + path + " cannot be used (" + e
                            + "): give the agent's account the right to write there, or set agent.data-dir",
                    e);
        } catch (DataFolderException e) {
            closeQuietly(lock);
            throw e;
        }
    }

    /** The folder of the journal's files. */
    public Path journal() {
        return path.resolve("journal");
    }

    public Path heartbeat() {
        return path.resolve("heartbeat");
    }

    /** The passwords that enrolment has brought, a file each, all of whose names begin so. */
    public Path passwords() {
        return passwordsIn(path);
    }

    /** The same of a folder that another process may hold. */
    public static Path passwordsIn(Path path) {
        return path.resolve(PASSWORD);
    }

    /** Where an agent says how far its enrolment has come. */
    public static Path enrolment(Path path) {
        return path.resolve("enrolment");
    }

    /** Whether a folder, which may not be there, holds a password that enrolment has brought. */
    public static boolean hasPassword(Path path) {
        String[] names = path.toFile().list((folder, name) -> name.startsWith(PASSWORD));
        return names != null && names.length > 0;
    }

    /** Where events go that central refused. */
    public Path refused() {
        return path.resolve("refused.log");
    }

    @Override
    public void close() {
        closeQuietly(lockFile);
    }

    /**
     * Makes a folder's new entries survive a power cut. Windows has no such call and refuses to open a folder, and
     * writes entries through by itself.
     */
    public static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            LOG.trace("{} cannot be synced", folder, notOnThisSystem);
        }
    }

    private static void create(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(path);
        }
    }

    private static FileChannel lock(Path path) throws IOException, DataFolderException {
        Path file = path.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException ourselves) {
            lock = null;
        } catch (IOException e) {
            closeQuietly(channel);
            throw e;
        }
        if (lock == null) {
            String holder = new String(Files.readAllBytes(file), StandardCharsets.US_ASCII).trim();
            closeQuietly(channel);
            throw new DataFolderException(
                    "The data folder " + path + " is in use by another agent (process " + holder
                            + "): stop that one first, or give this one its own agent.data-dir",
                    null);
        }
        sign(channel);
        return channel;
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

    private void bind(Binding now, Clock clock) throws IOException {
        Path file = path.resolve("identity");
        Binding before = Binding.read(file);
        String difference = before == null ? null : before.differenceFrom(now);
        if (difference != null) {
            Path aside = path.resolve("set-aside-" + DATED.format(clock.instant()));
            LOG.warn(
                    EventId.DATA_FOLDER_COPIED.marker(),
                    "The data folder {} is a copy ({}): its journal is set aside in {}, its password deleted, and this "
                            + "machine starts afresh",
                    path,
                    difference,
                    aside.getFileName());
            setAside(aside);
        }
        Binding bound = now.completedBy(difference == null ? before : null);
        if (!bound.equals(before)) {
            // Last, so that a crash on the way here sets the rest aside at the next start.
            bound.write(file);
        }
    }

    private void setAside(Path aside) throws IOException {
        Files.createDirectories(aside);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.startsWith(PASSWORD)) {
                    // Another machine's: it is of no use here but to an impostor.
                    Files.delete(entry);
                } else if (name.equals("journal")
                        || name.equals("heartbeat")
                        || name.startsWith("refused")
                        || name.startsWith("password")) {
                    Files.move(entry, aside.resolve(name));
                }
            }
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.debug("closing the lock", e);
        }
    }
}
