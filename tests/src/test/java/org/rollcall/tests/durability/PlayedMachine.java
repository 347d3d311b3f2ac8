package org.rollcall.tests.durability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sessions and the clock of a machine, changed by the test and read by {@link PlayedHost} in another process. */
final class PlayedMachine {
    private static final int MOST_SESSIONS = 6;

    /** One line of the file. */
    record Seat(int id, String user, boolean left, boolean locked, Instant since) {
        String line() {
            return String.join("\t", Integer.toString(id), user, left + "", locked + "", since.toString());
        }

        static Seat of(String line) {
            String[] fields = line.split("\t");
            return new Seat(
                    Integer.parseInt(fields[0]),
                    fields[1],
                    Boolean.parseBoolean(fields[2]),
                    Boolean.parseBoolean(fields[3]),
                    Instant.parse(fields[4]));
        }

        /** As presence tells it; a session left behind is neither locked nor unlocked. */
        String told() {
            return id + " " + user + (left ? " disconnected" : " active" + (locked ? " locked" : ""));
        }
    }

    private final Path folder;
    private final Random random;
    private final Map<Integer, Seat> seats = new TreeMap<>();
    private long version;
    private Duration clockIsAhead = Duration.ZERO;

    PlayedMachine(Path folder, Random random) {
        this.folder = folder;
        this.random = random;
        write();
    }

    Path folder() {
        return folder;
    }

    static Path sessions(Path folder) {
        return folder.resolve("sessions");
    }

    static Path clock(Path folder) {
        return folder.resolve("clock");
    }

    static Path seen(Path folder) {
        return folder.resolve("seen");
    }

    /** Whether the agent has read the latest change, and so has dealt with the one before. */
    boolean isSeen() throws IOException {
        Path seen = seen(folder);
        return Files.exists(seen) && Files.readString(seen).equals(Long.toString(version));
    }

    /** Somebody comes, goes, locks, or is left behind. */
    void change() {
        int id = 1 + random.nextInt(MOST_SESSIONS);
        Seat seat = seats.get(id);
        if (seat == null) {
            seats.put(id, new Seat(id, "user-" + random.nextInt(20), false, false, now()));
        } else {
            switch (random.nextInt(4)) {
                case 0 -> seats.remove(id);
                case 1 -> seats.put(id, new Seat(id, seat.user(), !seat.left(), false, seat.since()));
                default -> seats.put(id, new Seat(id, seat.user(), false, !seat.locked(), seat.since()));
            }
        }
        write();
    }

    void stepClock(Duration step) {
        clockIsAhead = clockIsAhead.plus(step);
        write();
    }

    String told() {
        return seats.values().stream().map(Seat::told).collect(Collectors.joining(", "));
    }

    private Instant now() {
        return Instant.now().plus(clockIsAhead).truncatedTo(ChronoUnit.MILLIS);
    }

    private void write() {
        replace(clock(folder), Long.toString(clockIsAhead.toSeconds()));
        version++;
        replace(
                sessions(folder),
                version + "\n" + seats.values().stream().map(Seat::line).collect(Collectors.joining("\n")));
    }

    private static void replace(Path file, String text) {
        try {
            Path fresh = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
