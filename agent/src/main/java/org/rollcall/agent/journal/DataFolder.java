package org.rollcall.agent.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jxmpp.jid.BareJid;
import org.rollcall.agent.host.HardwareIdentity;
import org.rollcall.agent.log.EventId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent's folder: locked by one process, and bound to one JID on one machine. What a copy of another machine's disk
 * brought along is moved aside before anything connects: its journal would be told in the wrong machine's name.
 *
 * <p>A folder that can be read and not written, as the disk is full or read-only, is opened all the same: presence and
 * commands need no disk. It is taken later, by {@link #ready}.
 */
public final class DataFolder implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final DateTimeFormatter DATED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss").withZone(ZoneOffset.UTC);
    private static final String PASSWORD = "password-";

    private final Path path;
    private final Binding owner;
    private final Clock clock;
    private FolderLock lock;
    private boolean taken;

    private DataFolder(Path path, Binding owner, Clock clock) {
        this.path = path;
        this.owner = owner;
        this.clock = clock;
    }

    /** Makes the folder where there is none, takes it, and sets aside what belongs to another machine. */
    public static DataFolder open(Path path, BareJid jid, HardwareIdentity identity, Clock clock)
            throws DataFolderException {
        DataFolder folder = new DataFolder(path, new Binding(jid.toString(), identity), clock);
        try {
            folder.take();
        } catch (IOException e) {
            LOG.debug("{} cannot be taken", path, e);
            folder.openToRead(e);
        } catch (DataFolderException e) {
            folder.close();
            throw e;
        }
        return folder;
    }

    /**
     * Takes what could not be taken at the start; costs nothing afterwards. To be called before anything is written.
     *
     * @throws IOException as long as it cannot be written
     */
    synchronized void ready() throws IOException {
        if (taken) {
            return;
        }
        try {
            take();
        } catch (DataFolderException e) {
            throw new IOException(e.getMessage(), e);
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
    public synchronized void close() {
        if (lock != null) {
            lock.close();
            lock = null;
        }
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

    private void take() throws IOException, DataFolderException {
        create(path);
        close();
        lock = FolderLock.take(path);
        bind();
        Files.createDirectories(journal());
        taken = true;
    }

    /** Whose it is must be known all the same, and that nobody else works in it. */
    private void openToRead(IOException notTaken) throws DataFolderException {
        Binding before = null;
        IOException why = notTaken;
        boolean readable = Files.isDirectory(path);
        try {
            if (readable) {
                Files.newDirectoryStream(path).close();
                before = Binding.read(identity());
                lock = lock == null ? FolderLock.look(path) : lock;
            }
        } catch (IOException e) {
            why = e;
            readable = false;
        }
        String difference = before == null ? null : before.differenceFrom(owner);
        if (!readable || difference != null) {
            close();
            throw new DataFolderException(
                    "The data folder " + path + " cannot be used (" + why
                            + (difference == null ? "" : "; and it is a copy: " + difference)
                            + "): give the agent's account the right to write there, or set agent.data-dir",
                    why);
        }
    }

    private Path identity() {
        return path.resolve("identity");
    }

    private void bind() throws IOException {
        Binding before = Binding.read(identity());
        String difference = before == null ? null : before.differenceFrom(owner);
        if (difference != null) {
            setAside(difference);
        }
        Binding bound = owner.completedBy(difference == null ? before : null);
        if (!bound.equals(before)) {
            // Last, so that a crash on the way here sets the rest aside at the next start.
            bound.write(identity());
        }
    }

    private void setAside(String difference) throws IOException {
        List<Path> others = others();
        if (others.isEmpty()) {
            return;
        }
        Path aside = path.resolve("set-aside-" + DATED.format(clock.instant()));
        LOG.warn(
                EventId.DATA_FOLDER_COPIED.marker(),
                "The data folder {} is a copy ({}): its journal is set aside in {}, its password deleted, and this "
                        + "machine starts afresh",
                path,
                difference,
                aside.getFileName());
        Files.createDirectories(aside);
        for (Path entry : others) {
            String name = entry.getFileName().toString();
            if (name.startsWith(PASSWORD)) {
                // Another machine's: it is of no use here but to an impostor.
                Files.delete(entry);
            } else {
                Files.move(entry, aside.resolve(name));
            }
        }
    }

    private List<Path> others() throws IOException {
        List<Path> others = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.equals("journal")
                        || name.equals("heartbeat")
                        || name.startsWith("refused")
                        || name.startsWith("password")) {
                    others.add(entry);
                }
            }
        }
        return others;
    }
}
