package org.rollcall.central.park;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at the files without using them, for whoever checks settings. */
public final class ParkFiles {
    private ParkFiles() {}

    /** All that is wrong. @param rooms null: none @param people null: none */
    public static List<Mistake> mistakes(Path rooms, Path people) {
        List<Mistake> mistakes = new ArrayList<>();
        if (rooms != null) {
            mistakes.addAll(RoomsFile.read(rooms).mistakes());
        }
        if (people != null) {
            mistakes.addAll(PeopleFile.read(people).mistakes());
        }
        return mistakes;
    }
}
