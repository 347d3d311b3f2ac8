package org.rollcall.tests.durability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What stands in a dead agent's journal files, read without the agent's own code. */
final class DiskJournal {
    /** An event that was on disk. */
    record Line(String journal, long seq, String kind, String at) {}

    private DiskJournal() {}

    /** Whole lines only: the last one may be cut short, and then never counted. */
    static Set<Line> read(Path dataFolder) {
        Set<Line> lines = new HashSet<>();
        for (Path file : files(dataFolder)) {
            String journal = file.getFileName().toString().split("-")[1];
            try {
                String text = Files.readString(file);
                for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
                    String[] fields = line.split("\t");
                    if (fields.length >= 4 && fields[0].endsWith(" e")) {
                        lines.add(new Line(journal, Long.parseLong(fields[1]), fields[2], fields[3]));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return lines;
    }

    static List<Path> files(Path dataFolder) {
        try (Stream<Path> files = Files.list(dataFolder.resolve("journal"))) {
            return files.filter(file -> file.toString().endsWith(".events")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
