package org.rollcall.demo.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.Session;

class PcTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Pc pc = pc(7);

    @Test
    void whoLogsOnHasASessionAndProcessesInIt() {
        pc.logon(NOW);
        Session session = pc.sessions().get(0);
        assertEquals(Session.State.ACTIVE, session.state());
        List<HostProcess> own = pc.processes().stream()
                .filter(p -> session.user().equals(p.user()))
                .toList();
        assertTrue(own.size() >= 8, own.toString());
        assertTrue(own.stream().allMatch(p -> p.session() == session.id() && p.memory() > 0));
    }

    @Test
    void switchingUsersLeavesTheFirstOneBehind() throws Exception {
        pc.logon(NOW);
        pc.logon(NOW);
        List<Session> both = pc.sessions();
        assertEquals(Session.State.DISCONNECTED, both.get(0).state());
        assertEquals(Session.State.ACTIVE, both.get(1).state());
        assertNotEquals(both.get(0).user(), both.get(1).user());
        pc.logoff(both.get(1).id());
        assertEquals(Session.State.ACTIVE, pc.sessions().get(0).state());
    }

    @Test
    void loggingOffEndsTheSessionsProcesses() throws Exception {
        int before = pc.processes().size();
        pc.logon(NOW);
        pc.logoff(pc.sessions().get(0).id());
        assertEquals(before, pc.processes().size());
        assertTrue(pc.sessions().isEmpty());
    }

    @Test
    void aProcessIsEndedOnlyIfItIsTheOneThatWasMeant() throws Exception {
        pc.logon(NOW);
        HostProcess last = pc.processes().get(pc.processes().size() - 1);
        assertThrows(ActionFailedException.class, () -> pc.kill(last.pid(), NOW.minusSeconds(9), null));
        pc.kill(last.pid(), last.started(), null);
        assertTrue(pc.processes().stream().noneMatch(p -> p.pid() == last.pid()));
    }

    @Test
    void theSystemsProcessesAreCritical() {
        HostProcess lsass = pc.processes().stream()
                .filter(p -> p.name().equals("lsass.exe"))
                .findFirst()
                .orElseThrow();
        ActionFailedException refused =
                assertThrows(ActionFailedException.class, () -> pc.kill(lsass.pid(), null, "lsass.exe"));
        assertEquals(ActionFailedException.Reason.CRITICAL, refused.reason());
    }

    @Test
    void everyChangeIsTold() throws Exception {
        AtomicInteger told = new AtomicInteger();
        pc.onChange(told::incrementAndGet);
        for (int i = 0; i < 50; i++) {
            pc.live();
        }
        assertEquals(50, told.get());
    }

    @Test
    void whereSomebodyIsKeptThereIsAlwaysSomebody() throws Exception {
        pc.logon(NOW);
        pc.keepSomebody();
        Set<Boolean> locked = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            pc.live();
            assertFalse(pc.sessions().isEmpty());
            locked.add(pc.sessions().get(0).locked());
        }
        assertTrue(locked.containsAll(Set.of(true, false)), "life goes on: " + locked);
    }

    @Test
    void oneSeedMakesOneCourseOfThings() throws Exception {
        Pc same = pc(7);
        for (int i = 0; i < 50; i++) {
            pc.live();
            same.live();
        }
        assertEquals(pc.sessions(), same.sessions());
        assertEquals(pc.processes(), same.processes());
    }

    @Test
    void processIdsAreUnique() {
        pc.logon(NOW);
        Set<Long> pids = new HashSet<>();
        pc.processes().forEach(process -> assertTrue(pids.add(process.pid()), "twice: " + process));
    }

    @Test
    void seatsHaveNamesAndAddressesOfTheirOwn() {
        Set<String> names = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        Set<String> macs = new HashSet<>();
        for (Seat seat : Seat.seats(350)) {
            assertTrue(names.add(seat.machine()) && addresses.add(seat.ip()) && macs.add(seat.mac()), seat.toString());
        }
        assertEquals(
                List.of("A201A1", "B105A1", "A201A2"),
                Seat.seats(12).stream().limit(3).map(Seat::machine).toList());
    }

    private Pc pc(long seed) {
        return new Pc(Seat.seats(1).get(0), new People(new Random(seed)), clock, seed);
    }
}
