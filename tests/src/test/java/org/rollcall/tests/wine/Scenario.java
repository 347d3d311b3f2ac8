package org.rollcall.tests.wine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the session double plays; the format is told in tests/src/wine/README.md. */
public final class Scenario {
    /** What every Windows lists beside people: services, the RDP listener, an empty logon screen. */
    private static final List<String> NOBODY = List.of(
            "session id=0 station=Services state=4",
            "session id=65536 station=RDP-Tcp state=6",
            "session id=7 station=Console state=1");

    private final Path file;

    Scenario(Path file) {
        this.file = file;
        play();
    }

    Path file() {
        return file;
    }

    /** From now on these lines, and what every Windows lists beside people. */
    public void play(String... lines) {
        String text = Stream.concat(NOBODY.stream(), Stream.of(lines)).collect(Collectors.joining("\n", "", "\n"));
        Path next = file.resolveSibling("scenario.next");
        try {
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
