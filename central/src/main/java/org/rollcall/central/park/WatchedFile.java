package org.rollcall.central.park;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file's content, read anew when the file has changed and come to rest; while it has mistakes, what it said before
 * stays. Looking is cheap (one stat) and works on network drives, where change notifications do not.
 */
final class WatchedFile<T> {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);

    private final Path file;
    private final Function<Path, FileRead<T>> reader;
    private T content;
    private List<Mistake> mistakes = List.of();
    private Stamp seen;
    private Stamp read;

    /** @param modified null: there is no such file */
    private record Stamp(FileTime modified, long size, Object inode) {}

    /** Reads it, whether it has come to rest or not. @param before what holds while the file was never good */
    WatchedFile(Path file, Function<Path, FileRead<T>> reader, T before) {
        this.file = file;
        this.reader = reader;
        content = before;
        seen = stamp();
        take(seen);
    }

    T content() {
        return content;
    }

    List<Mistake> mistakes() {
        return mistakes;
    }

    /** @return whether the file was read anew, be it good or not */
    boolean look() {
        Stamp now = stamp();
        boolean rests = now.equals(seen);
        seen = now;
        if (!rests || now.equals(read)) {
            return false;
        }
        take(now);
        return true;
    }

    private void take(Stamp stamp) {
        read = stamp;
        FileRead<T> result = reader.apply(file);
        mistakes = result.mistakes();
        if (result.good()) {
            content = result.content();
            LOG.info("Read {}", file);
            return;
        }
        LOG.warn("{} has mistakes, what it said before stays in force ({} in all):", file, mistakes.size());
        for (Mistake mistake : mistakes) {
            LOG.warn("{}", mistake.in(Locale.ENGLISH));
        }
    }

    private Stamp stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        } catch (IOException e) {
            // The reader says why, once.
            return new Stamp(null, 0, null);
        }
    }
}
