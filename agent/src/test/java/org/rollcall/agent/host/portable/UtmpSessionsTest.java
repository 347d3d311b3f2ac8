package org.rollcall.agent.host.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.Session;

class UtmpSessionsTest {
    private static final long SINCE = 1763800000L;

    @TempDir
    Path root;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    @BeforeEach
    void passwd() throws IOException {
        Files.writeString(root.resolve("passwd"), "jo:x:1000:1000:Jo Dufour:/home/jo:/bin/sh\n");
    }

    private void record(int type, int pid, String line, String user, String host, boolean narrow) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(narrow ? 384 : 400).order(ByteOrder.nativeOrder());
        record.putShort(0, (short) type).putInt(4, pid);
        record.put(8, line.getBytes(StandardCharsets.UTF_8));
        record.put(44, user.getBytes(StandardCharsets.UTF_8));
        record.put(76, host.getBytes(StandardCharsets.UTF_8));
        if (narrow) {
            record.putInt(340, (int) SINCE);
        } else {
            record.putLong(344, SINCE);
        }
        file.writeBytes(record.array());
        Files.createDirectories(root.resolve(Integer.toString(pid)));
    }

    private void login(int pid, String line, String user, String host) throws IOException {
        record(7, pid, line, user, host, true);
    }

    private List<Session> read(String architecture) throws IOException, ReadingFailedException {
        Files.write(root.resolve("utmp"), file.toByteArray());
        return new UtmpSessions(
                        root.resolve("utmp"),
                        root,
                        architecture,
                        new Terminals(root.resolve("dev"), Clock.systemUTC()),
                        new UserNames(root.resolve("passwd")))
                .read();
    }

    @Test
    void aLoginAtAVirtualConsoleAndOneBySecureShell() throws Exception {
        record(2, 0, "~", "reboot", "", true);
        record(6, 600, "tty2", "LOGIN", "", true);
        login(700, "tty1", "jo", "");
        login(812, "pts/0", "ldapuser", "10.2.3.4");

        List<Session> sessions = read("amd64");

        assertEquals(2, sessions.size());
        Session console = sessions.get(0);
        assertEquals(Session.Kind.CONSOLE, console.kind());
        assertEquals(700, console.id());
        assertEquals("1000", console.sid());
        assertEquals("Jo Dufour", console.fullName());
        assertEquals(Instant.ofEpochSecond(SINCE), console.logonTime());
        Session remote = sessions.get(1);
        assertEquals(Session.Kind.REMOTE, remote.kind());
        assertEquals("10.2.3.4", remote.clientAddress());
        assertNull(remote.sid());
    }

    @Test
    void terminalWindowsBelongToTheLoginAtTheScreen() throws Exception {
        login(700, ":0", "jo", ":0");
        login(701, "pts/0", "jo", ":0");
        login(702, "pts/1", "jo", "tmux(99).%0");

        List<Session> sessions = read("amd64");

        assertEquals(1, sessions.size());
        assertEquals(Session.Kind.CONSOLE, sessions.get(0).kind());
    }

    @Test
    void severalRecordsOfOneTerminalAreOneLogin() throws Exception {
        login(700, "pts/0", "jo", "10.2.3.4");
        login(700, "pts/0", "jo", "10.2.3.4");

        assertEquals(1, read("amd64").size());
    }

    @Test
    void aRecordWhoseProcessIsGoneIsNobody() throws Exception {
        login(700, "pts/0", "jo", "10.2.3.4");
        Files.delete(root.resolve("700"));

        assertEquals(List.of(), read("amd64"));
    }

    @Test
    void aWiderRecordIsReadWhereTheArchitectureHasIt() throws Exception {
        record(7, 700, "tty1", "jo", "", false);

        assertEquals(Instant.ofEpochSecond(SINCE), read("aarch64").get(0).logonTime());
    }

    @Test
    void aTornLastRecordIsDropped() throws Exception {
        login(700, "tty1", "jo", "");
        file.writeBytes(new byte[100]);

        assertEquals(1, read("amd64").size());
    }

    @Test
    void withoutTheFileNobodyIsLoggedOnButAFileThatCannotBeReadTellsNothing() throws Exception {
        Terminals terminals = new Terminals(root, Clock.systemUTC());
        UserNames users = new UserNames(root.resolve("passwd"));

        assertEquals(List.of(), new UtmpSessions(root.resolve("absent"), root, "amd64", terminals, users).read());
        assertThrows(
                ReadingFailedException.class, () -> new UtmpSessions(root, root, "amd64", terminals, users).read());
    }
}
