package org.rollcall.agent.host.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.agent.host.Session;

class LogindSessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T13:00:00Z");
    private static final String SSH = """
            # This is private data. Do not parse.
            UID=1000
            USER=jo
            ACTIVE=1
            IS_DISPLAY=0
            STATE=active
            REMOTE=1
            TYPE=tty
            CLASS=user
            TTY=pts/0
            REMOTE_HOST=10.2.3.4
            SERVICE=sshd
            LEADER=812
            REALTIME=1763800000123456
            """;

    @TempDir
    Path root;

    private LogindSessions sessions;

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(root.resolve("dev/pts"));
        Files.createDirectories(root.resolve("sessions"));
        Files.writeString(root.resolve("passwd"), "jo:x:1000:1000:Jo Dufour,,,:/home/jo:/bin/sh\n");
        sessions = new LogindSessions(
                root.resolve("sessions"),
                new Terminals(root.resolve("dev"), Clock.fixed(NOW, ZoneOffset.UTC)),
                new UserNames(root.resolve("passwd")));
    }

    private void session(String id, String text) throws IOException {
        Files.writeString(root.resolve("sessions").resolve(id), text);
    }

    @Test
    void aSecureShellIsARemoteSessionIdleAsItsTerminal() throws IOException {
        session("3", SSH);
        Path terminal = Files.createFile(root.resolve("dev/pts/0"));
        Instant lastKey = NOW.minusSeconds(600);
        Files.getFileAttributeView(terminal, BasicFileAttributeView.class).setTimes(null, FileTime.from(lastKey), null);

        assertEquals(
                List.of(new Session(
                        3,
                        "jo",
                        null,
                        "1000",
                        "Jo Dufour",
                        Session.State.ACTIVE,
                        Session.Kind.REMOTE,
                        Instant.ofEpochSecond(1763800000, 123456000),
                        null,
                        lastKey,
                        null,
                        "10.2.3.4")),
                sessions.read());
    }

    @Test
    void oneWhoTypesIsNotIdle() throws IOException {
        session("3", SSH);
        Path terminal = Files.createFile(root.resolve("dev/pts/0"));
        Files.getFileAttributeView(terminal, BasicFileAttributeView.class)
                .setTimes(null, FileTime.from(NOW.minusSeconds(5)), null);

        assertNull(sessions.read().get(0).idleSince());
    }

    @Test
    void aSeatsSecondSessionIsDisconnectedUnderFastUserSwitching() throws IOException {
        String seat =
                "UID=1000\nUSER=jo\nSTATE=%s\nACTIVE=%s\nREMOTE=0\nTYPE=wayland\nCLASS=user\nSEAT=seat0\nTTY=tty2\n"
                        + "REALTIME=1763800000000000\n";
        session("4", seat.formatted("active", "1"));
        session("c5", seat.formatted("online", "0"));

        List<Session> read = sessions.read();

        assertEquals(Session.State.ACTIVE, read.get(0).state());
        assertEquals(Session.Kind.CONSOLE, read.get(0).kind());
        assertEquals(Session.State.DISCONNECTED, read.get(1).state());
        assertEquals(1_000_000_005, read.get(1).id());
    }

    @Test
    void greetersManagersCronAndSessionsThatCloseAreNobody() throws IOException {
        session("c1", SSH.replace("CLASS=user", "CLASS=greeter"));
        session("5", SSH.replace("CLASS=user", "CLASS=manager"));
        session("6", SSH.replace("STATE=active", "STATE=closing"));
        session("7", SSH.replace("REMOTE=1", "REMOTE=0").replace("TYPE=tty", "TYPE=unspecified"));

        assertEquals(List.of(), sessions.read());
    }

    @Test
    void aFileWithoutWhatIsNeededIsLeftOutAndTheOthersStand() throws IOException {
        session("8", "UID=what\n");
        session("9", SSH);

        assertEquals(1, sessions.read().size());
    }

    @Test
    void withoutItsFolderLogindIsNotThere() {
        LogindSessions absent = new LogindSessions(root.resolve("absent"), null, null);

        assertFalse(absent.available());
        assertEquals(List.of(), absent.read());
    }
}
