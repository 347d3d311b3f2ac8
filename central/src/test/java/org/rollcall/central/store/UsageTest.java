package org.rollcall.central.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rollcall.central.store.History.By;

/** How much rooms were used. The day is a Sunday in November: Paris is an hour ahead of UTC. */
public class UsageTest extends StoreCase {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant FROM = at("00:00:00");
    private static final Instant TO = Instant.parse("2026-11-23T00:00:00Z");

    @Test
    void byRoomByHourAndByDay() {
        commit(
                B7,
                "j1",
                of("kevin", 1, "logon", at("08:30:00")),
                of("kevin", 2, "logoff", at("10:00:00")),
                of("anne", 3, "logon", at("10:00:00")),
                of("anne", 4, "logoff", at("10:10:00")));
        commit(C4, "j1", of("jean", 1, "logon", at("09:50:00")), of("jean", 2, "logoff", at("10:05:00")));
        assertEquals(List.of("A201 2 6000 1", "B105 1 900 1"), usage(null, By.ROOM));
        assertEquals(
                List.of(
                        "A201 9h 1 1800 1",
                        "A201 10h 0 3600 1",
                        "A201 11h 1 600 1",
                        "B105 10h 1 600 1",
                        "B105 11h 0 300 1"),
                usage(null, By.HOUR));
        assertEquals(List.of("2026-11-22 3 6900 2"), usage(null, By.DAY));
        assertEquals(List.of("2026-11-22 1 900 1"), usage(Set.of("B105"), By.DAY));
        assertEquals(List.of("B105 1 900 1"), usage(Set.of("b105", "nowhere"), By.ROOM));
        assertEquals(List.of(), usage(Set.of(), By.ROOM));
    }

    @Test
    void aMachineWithTwoSessionsIsInUseOnce() {
        commit(
                B7,
                "j1",
                of("kevin", 1, "logon", at("08:00:00")),
                of("anne", 2, "logon", at("08:15:00")),
                of("kevin", 3, "logoff", at("08:30:00")),
                of("anne", 4, "logoff", at("09:00:00")));
        assertEquals(List.of("A201 2 3600 1"), usage(null, By.ROOM));
    }

    @Test
    void anOpenSessionCountsUntilNow() {
        now = at("08:30:00");
        commit(B7, "j1", of("kevin", 1, "logon", at("08:00:00")));
        assertEquals(List.of("A201 1 1800 1"), usage(null, By.ROOM));
        now = at("10:30:00");
        assertEquals(List.of("A201 1 9000 1"), usage(null, By.ROOM));
    }

    @Test
    void whatIsHeardLateIsCountedAfterAll() {
        now = at("20:00:00");
        commit(B7, "j1", of("kevin", 1, "logon", at("08:00:00")));
        assertEquals(List.of("A201 1 43200 1"), usage(null, By.ROOM));
        commit(B7, "j1", now, of("kevin", 2, "logoff", at("09:00:00")));
        assertEquals(List.of("A201 1 3600 1"), usage(null, By.ROOM));
        commit(B7, "j1", now, of("anne", 3, "logon", at("07:00:00")), of("anne", 4, "logoff", at("08:30:00")));
        assertEquals(List.of("A201 2 7200 1"), usage(null, By.ROOM));
    }

    @Test
    void aSessionOverMidnightBelongsToBothDays() {
        now = Instant.parse("2026-11-24T00:00:00Z");
        commit(
                B7,
                "j1",
                of("kevin", 1, "logon", at("22:00:00")),
                of("kevin", 2, "logoff", Instant.parse("2026-11-23T00:00:00Z")));
        assertEquals(
                List.of("2026-11-22 1 3600 1", "2026-11-23 0 3600 1"),
                stores.history().usage(null, FROM, now, PARIS, By.DAY).stream()
                        .map(UsageTest::told)
                        .toList());
    }

    private List<String> usage(Set<String> rooms, By by) {
        return stores.history().usage(rooms, FROM, TO, PARIS, by).stream()
                .map(UsageTest::told)
                .toList();
    }

    private static String told(History.Usage usage) {
        return (usage.room() == null ? "" : usage.room() + " ")
                + (usage.hour() == null ? "" : usage.hour() + "h ")
                + (usage.day() == null ? "" : usage.day() + " ")
                + usage.sessions()
                + " "
                + usage.inUseSeconds()
                + " "
                + usage.mostAtOnce();
    }
}
