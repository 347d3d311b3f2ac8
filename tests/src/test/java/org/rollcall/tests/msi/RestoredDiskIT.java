package org.rollcall.tests.msi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.central.store.SessionRow;
import org.rollcall.tests.enrol.Site;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Tool;
import org.rollcall.tests.wine.WindowsPc;

/** A lab whose PCs go back to the same disk at each restart, the agent's data folder with it (Deep Freeze, UWF). */
class RestoredDiskIT {
    private static final int REBOOTS = 5;
    private static final String MACHINE = "a201b7";

    @Test
    void fiveRestartsFromTheSameCopyLeaveBoardAndHistoryRight() throws Exception {
        try (Site site = new Site(ServerKind.PROSODY, "");
                WindowsPc pc = new WindowsPc()) {
            site.orders("open-enrolment", "room", "A201", "for", "1h");
            Map<String, Instant> came = new TreeMap<>();
            came.put(user(0), Instant.now());
            pc.bench().scenario().play(session(0));
            assertEquals(0, Installation.enrolling(pc, site.server, MACHINE, Site.SECRET));
            awaitWorking(pc, site, user(0));
            Path data = Installation.data(pc);
            Path copy = pc.bench().folder().resolve("frozen");
            copy(data, copy);

            for (int i = 1; i <= REBOOTS; i++) {
                int now = i;
                pc.reboot(() -> {
                    Tool.run(pc.bench().folder(), "rm", "-r", data.toString());
                    copy(copy, data);
                    pc.bench().scenario().play(session(now));
                    came.put(user(now), Instant.now());
                });
                awaitWorking(pc, site, user(i));
            }

            Await.until(
                    "the others have left",
                    Site.LIMIT,
                    () -> history(site).stream()
                            .filter(row -> row.ended() == null)
                            .map(SessionRow::user)
                            .toList()
                            .equals(List.of(user(REBOOTS))));
            List<SessionRow> rows = history(site);
            assertEquals(
                    IntStream.rangeClosed(0, REBOOTS)
                            .mapToObj(RestoredDiskIT::user)
                            .toList(),
                    rows.stream().map(SessionRow::user).sorted().toList(),
                    "each once");
            for (SessionRow row : rows) {
                if (row.user().equals(user(REBOOTS))) {
                    assertNull(row.logoff());
                } else {
                    assertNotNull(row.logoff());
                    assertFalse(row.logoff().isBefore(came.get(row.user())), () -> "ended too early: " + row);
                }
            }
        }
    }

    /** On the board, and told to central: what only the disk knew is gone with it. */
    private static void awaitWorking(WindowsPc pc, Site site, String user) {
        Installation.awaitUsers(pc, site, MACHINE, List.of(user));
        Installation.await(
                user + " in the history",
                pc,
                () -> history(site).stream().anyMatch(row -> row.user().equals(user)));
    }

    private static List<SessionRow> history(Site site) {
        return site.central.stores().history().find(HistoryQuery.latest(50));
    }

    private static String user(int number) {
        return "student" + number;
    }

    private static String session(int number) {
        return "session id=1 user=" + user(number) + " domain=IUT logon=" + (1_790_000_000 + number * 1000)
                + " station=Console";
    }

    private static void copy(Path from, Path to) {
        Tool.run(from.getParent(), "cp", "-a", from.toString(), to.toString());
    }
}
