package org.rollcall.central.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.central.park.Person;

/** From events to sessions. */
public class SessionsTest extends StoreCase {
    @Test
    void aLogonOpensASessionAndItsLogoffEndsIt() {
        people.put("kevin", new Person("kevin", "Kévin Marchais", "LP D2i", false));
        commit(B7, "j1", start(1, NINE, BOOT), of("kevin", 2, "logon", at("09:05:00"), "fullname", "MARCHAIS K"));
        SessionRow open = only();
        assertNull(open.logoff());
        assertNull(open.ended());
        commit(B7, "j1", of("kevin", 3, "logoff", at("10:05:00"), "lasted", "3599"));
        SessionRow row = only();
        assertEquals("a201b7@iut.rdz", row.machine());
        assertEquals("A201B7", row.name());
        assertEquals("A201", row.room());
        assertEquals("kevin", row.user());
        assertEquals("IUT", row.domain());
        assertEquals("Kévin Marchais", row.fullName());
        assertEquals("LP D2i", row.group());
        assertEquals("console", row.kind());
        assertEquals(at("09:05:00"), row.logon());
        assertEquals(at("10:05:00"), row.logoff());
        assertEquals("logoff", row.ended());
        assertEquals(Duration.ofSeconds(3599), row.lasted(), "as the machine says, steps of its clock taken out");
    }

    @Test
    void whoeverIsInNoListKeepsTheNameThatTheMachineTells() {
        commit(B7, "j1", of("kevin", 1, "logon", NINE, "fullname", "Kévin M"));
        assertEquals("Kévin M", only().fullName());
        assertNull(only().group());
    }

    @Test
    void aSessionWhoseLogonNeverCameIsOpenedByWhatTellsOfIt() {
        commit(B7, "j1", of("kevin", 5, "lock", NINE));
        assertEquals(List.of("kevin 09:00-…"), told());
        commit(B7, "j1", of("anne", 6, "logoff", at("10:00:00"), "since", "2026-11-22T08:30:00Z", "lasted", "5400"));
        assertEquals(List.of("anne 08:30-10:00 logoff", "kevin 09:00-…"), told());
    }

    @Test
    void aLogonThatComesLateGivesTheSessionItsBeginning() {
        commit(B7, "j1", of("kevin", 3, "lock", at("09:30:00")));
        commit(B7, "j1", NINE.plusSeconds(3600), of("kevin", 2, "logon", NINE));
        assertEquals(List.of("kevin 09:00-…"), told());
    }

    @Test
    void whoeverWasThereWhenThePowerFailedWasThereUntilTheLastSignOfLife() {
        commit(B7, "j1", start(1, BOOT, BOOT), of("kevin", 2, "logon", NINE));
        commit(B7, "j2", start(1, at("12:00:00"), at("11:59:00"), "previous", "j1", "previous-seq", "2"));
        commit(B7, "j2", at("12:00:01"), of("kevin", 2, "logoff", at("10:00:00"), "reason", "agent-off"));
        assertEquals(List.of("kevin 09:00-10:00 power-lost"), told());
    }

    @Test
    void whoeverWasThereAtAShutdownWasEndedByIt() {
        commit(B7, "j1", start(1, BOOT, BOOT), of("kevin", 2, "logon", NINE), event(3, "stop", at("10:00:00")));
        commit(B7, "j2", start(1, at("12:00:00"), at("11:59:00"), "previous", "j1", "previous-seq", "3"));
        commit(B7, "j2", at("12:00:01"), of("kevin", 2, "logoff", at("10:00:00"), "reason", "agent-off"));
        assertEquals(List.of("kevin 09:00-10:00 shutdown"), told());
    }

    @Test
    void whoeverLeftWhileTheAgentAloneWasOffIsSaidToHave() {
        commit(B7, "j1", start(1, BOOT, BOOT), of("kevin", 2, "logon", NINE), event(3, "stop", at("10:00:00")));
        commit(B7, "j2", start(1, at("12:00:00"), BOOT.plusSeconds(1), "previous", "j1", "previous-seq", "3"));
        commit(B7, "j2", at("12:00:01"), of("kevin", 2, "logoff", at("10:00:00"), "reason", "agent-off"));
        assertEquals(List.of("kevin 09:00-10:00 agent-off"), told());
    }

    @Test
    void aDataFolderPutBackInTimeEndsNothingEarlierThanItWasHeardOf() {
        commit(
                B7,
                "j1",
                start(1, BOOT, BOOT),
                of("kevin", 2, "logon", at("07:30:00")),
                of("kevin", 3, "lock", at("11:00:00")));
        // The folder as it was at 8: it knows kevin, and nothing of the lock.
        commit(B7, "j2", start(1, at("13:00:00"), at("12:59:00"), "previous", "j0", "previous-seq", "9"));
        commit(B7, "j2", at("13:00:01"), of("kevin", 2, "logoff", at("08:00:00"), "reason", "agent-off"));
        assertEquals(List.of("kevin 07:30-11:00 power-lost"), told());
    }

    @Test
    void aMachineSeenToGoTellsBetterWhenASessionEndedThanAnOldDataFolder() {
        commit(B7, "j1", start(1, BOOT, BOOT), of("kevin", 2, "logon", at("09:30:00")));
        KnownMachine known = stores.machines().find(B7).orElseThrow();
        stores.machines().remember(MachinesTest.presence(known, "lost", at("11:40:00")));
        stores.machines().remember(MachinesTest.presence(known, "on", at("13:00:00")));
        commit(B7, "j2", start(1, at("13:00:00"), at("12:59:00")));
        commit(B7, "j2", at("13:00:01"), of("kevin", 2, "logoff", at("08:00:00"), "reason", "agent-off"));
        assertEquals(List.of("kevin 09:30-11:40 power-lost"), told());
    }

    @Test
    void aSecondLogoffChangesNothing() {
        commit(B7, "j1", of("kevin", 1, "logon", NINE), of("kevin", 2, "logoff", at("10:00:00")));
        commit(B7, "j2", at("12:00:00"), of("kevin", 1, "logoff", at("11:00:00"), "reason", "agent-off"));
        assertEquals(List.of("kevin 09:00-10:00 logoff"), told());
    }

    @Test
    void timesAreThoseOfCentralsClockAndTheMachinesOwnIsKept() {
        ahead.put(B7, Duration.ofHours(1));
        commit(B7, "j1", at("09:00:02"), of("kevin", 1, "logon", at("10:00:00")));
        SessionRow row = only();
        assertEquals(NINE, row.logon());
        assertEquals(at("10:00:00"), row.machineLogon());
    }

    @Test
    void nothingHappensAfterItWasHeard() {
        commit(B7, "j1", NINE, of("kevin", 1, "logon", Instant.parse("2031-01-01T00:00:00Z")));
        assertEquals(NINE, only().logon());
        commit(B7, "j1", at("09:10:00"), of("kevin", 2, "logoff", Instant.MAX));
        assertEquals(at("09:10:00"), only().logoff());
    }

    @Test
    void sessionsOfTheSameUidOnTwoMachinesAreTwo() {
        commit(B7, "j1", of("kevin", 1, "logon", NINE));
        commit(C4, "j1", of("kevin", 1, "logon", at("09:10:00")));
        assertEquals(List.of("kevin 09:00-…", "kevin 09:10-…"), told());
    }

    @Test
    void hostileTextsAreKeptAsTextAndCut() {
        String script = "<script>alert('x')</script>\u202E\u0000'; DROP TABLE session; --";
        commit(B7, "j1", event(1, "logon", NINE, "uid", "u", "user", script, "fullname", "x".repeat(10_000)));
        assertEquals(
                script.replace('\u0000', '\uFFFD').replace('\u202E', '\uFFFD'),
                only().user(),
                "what turns the direction is made visible when it is read, however old the row");
        assertEquals(256, only().fullName().length());
        assertEquals(1, stores.history().find(query(script)).size());
        assertEquals(0, stores.history().find(query("' OR 1=1 --")).size());
    }

    private static HistoryQuery query(String user) {
        return new HistoryQuery(null, user, null, null, null, null, null, 10, null);
    }
}
