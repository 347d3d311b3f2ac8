package org.rollcall.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** What a demo keeps on disk while it runs: agents' data, its log, and the settings file that leads to it. */
final class DemoFolder implements AutoCloseable {
    private final Path folder;
    private final Path settings;
    private String written = "";
    private boolean madeParent;

    /** @param settings where the file goes by which other commands find the demo */
    DemoFolder(Path settings) throws IOException {
        this.folder = Files.createTempDirectory("rollcall-demo-");
        this.settings = settings;
    }

    Path dataOf(String machine) {
        return folder.resolve(machine);
    }

    Path log() {
        return folder.resolve("demo.log");
    }

    /** For its owner's eyes: there is a password in it. */
    void writeSettings(String toml) throws IOException {
        madeParent = !Files.exists(settings.getParent());
        Files.createDirectories(settings.getParent());
        Path fresh = folder.resolve("demo.toml");
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mine = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.deleteIfExists(settings);
        Files.createFile(fresh, mine);
        Files.writeString(fresh, toml, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(fresh, settings);
        written = toml;
    }

    /** Leaves nothing behind, but the settings file of another demo that came later. */
    @Override
    public void close() {
        try {
            if (Files.exists(settings) && Files.readString(settings).equals(written)) {
                Files.delete(settings);
                removeParent();
            }
            if (Files.exists(folder)) {
                Files.walkFileTree(folder, new Deleting());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder + ": " + e.getMessage(), e);
        }
    }

    private void removeParent() throws IOException {
        try {
            if (madeParent) {
                Files.delete(settings.getParent());
            }
        } catch (DirectoryNotEmptyException e) {
            // Somebody else's by now, as an agent's own data would lie here.
            madeParent = false;
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, IOException problem) throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
        }
    }
}
