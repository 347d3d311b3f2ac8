package org.rollcall.agent.enrol;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.agent.host.Protection;
import org.rollcall.agent.journal.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file for each password, readable by its owner alone and protected by what the system has. */
final class PasswordFiles {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordFiles.class);
    private static final int LARGEST = 16 * 1024;
    /** What was cut off by a power cut, or filled with zeros, is none. */
    private static final Pattern WHOLE = Pattern.compile("([A-Za-z0-9_-]{24,128})\n");

    private final Path folder;
    private final String prefix;
    private final Pattern name;
    private final Protection protection;

    /** @param confirmed whether the server has ever let us in with it */
    record Kept(Path file, int number, boolean confirmed, String password) {
        @Override
        public String toString() {
            return file.toString();
        }
    }

    PasswordFiles(Path pathPrefix, Protection protection) {
        this.folder = pathPrefix.getParent();
        this.prefix = pathPrefix.getFileName().toString();
        this.name = Pattern.compile(Pattern.quote(prefix) + "(\\d{1,9})(\\.new)?");
        this.protection = protection;
    }

    /** Those that can be read, in the order in which they were made. */
    List<Kept> list() {
        List<Kept> all = new ArrayList<>();
        for (String each : names()) {
            Matcher matcher = name.matcher(each);
            if (matcher.matches()) {
                Path file = folder.resolve(each);
                try {
                    int number = Integer.parseInt(matcher.group(1));
                    all.add(new Kept(file, number, matcher.group(2) == null, read(file)));
                } catch (IOException e) {
                    LOG.warn("{} holds no password that can be read, and is left alone: {}", file, e.getMessage());
                }
            }
        }
        all.sort(Comparator.comparingInt(Kept::number));
        return all;
    }

    /** A new file, on disk when this returns. */
    Kept write(String password) throws IOException {
        int number = highest() + 1;
        Path file = folder.resolve(prefix + number + ".new");
        byte[] kept = protection.protect((password + "\n").getBytes(StandardCharsets.US_ASCII));
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, ownerOnly())) {
            ByteBuffer bytes = ByteBuffer.wrap(kept);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        DataFolder.syncFolder(folder);
        return new Kept(file, number, false, password);
    }

    Kept confirm(Kept made) throws IOException {
        Path file = folder.resolve(prefix + made.number());
        // To a name that nothing has: one step on every file system.
        Files.move(made.file(), file);
        DataFolder.syncFolder(folder);
        return new Kept(file, made.number(), true, made.password());
    }

    void delete(Kept old) {
        try {
            Files.deleteIfExists(old.file());
        } catch (IOException e) {
            LOG.warn("An old password could not be deleted: {}", e.toString());
        }
    }

    private String read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("it is too large");
        }
        byte[] plain = protection.unprotect(Files.readAllBytes(file));
        Matcher matcher = WHOLE.matcher(new String(plain, StandardCharsets.US_ASCII));
        Arrays.fill(plain, (byte) 0);
        if (!matcher.matches()) {
            throw new IOException("it is not whole");
        }
        return matcher.group(1);
    }

    /** Of those that cannot be read, too. */
    private int highest() {
        int highest = 0;
        for (String each : names()) {
            Matcher matcher = name.matcher(each);
            if (matcher.matches()) {
                highest = Math.max(highest, Integer.parseInt(matcher.group(1)));
            }
        }
        return highest;
    }

    private String[] names() {
        String[] names = new File(folder.toString()).list();
        return names == null ? new String[0] : names;
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
