package org.rollcall.central.park;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects what is wrong with one file, so that all of it is said at once. */
final class Mistakes {
    /** A file that is no table at all has one on each line; nobody reads more than this. */
    static final int MOST = 100;

    private final List<Mistake> all = new ArrayList<>();
    private final String file;

    Mistakes(Path file) {
        this.file = file.getFileName().toString();
    }

    void add(long line, String key, Object... arguments) {
        if (all.size() < MOST) {
            all.add(new Mistake(
                    file,
                    line,
                    key,
                    Arrays.stream(arguments).map(String::valueOf).toList()));
        } else if (all.size() == MOST) {
            all.add(new Mistake(file, 0, "mistakes.more", List.of()));
        }
    }

    List<Mistake> all() {
        return List.copyOf(all);
    }
}
