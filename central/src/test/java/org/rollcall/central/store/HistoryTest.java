package org.rollcall.central.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.central.park.Person;

/** What people ask of the past. */
public class HistoryTest extends StoreCase {
    private static final Instant NONE = null;

    @BeforeEach
    void aDay() {
        people.put("kevin", new Person("kevin", "Kévin Marchais", "LP D2i", false));
        people.put("anne", new Person("anne", "Anne Özdemir", null, true));
        stores.machines()
                .remember(MachinesTest.presence(stores.machines().find(B7).orElseThrow(), "on", NINE));
        commit(
                B7,
                "j1",
                of("kevin1", 1, "logon", at("08:00:00")),
                of("kevin1", 2, "logoff", at("09:00:00")),
                of("anne1", 3, "logon", at("09:10:00")),
                of("anne1", 4, "logoff", at("10:00:00")),
                of("kevin2", 5, "logon", at("10:30:00")));
        commit(C4, "j1", of("anne2", 1, "logon", at("12:00:00")), of("anne2", 2, "logoff", at("12:30:00")));
    }

    @Test
    void newestLogonFirst() {
        assertEquals(List.of("12:00", "10:30", "09:10", "08:00"), logons(query()));
    }

    @Test
    void byMachineAsAccountOrName() {
        assertEquals(3, found(query().machine("a201b7")));
        assertEquals(3, found(query().machine("A201B7")));
        assertEquals(1, found(query().machine("b105C4")));
        assertEquals(0, found(query().machine("a201")));
    }

    @Test
    void byAPartOfALoginOrNameWithoutAccentsOrCase() {
        for (String part : List.of("kevin", "KEV", "Marchais", "kévin m", "évi")) {
            assertEquals(2, found(query().user(part)), part);
        }
        assertEquals(2, found(query().user("ozdemir")));
        assertEquals(0, found(query().user("%")));
        assertEquals(0, found(query().user("kevin marchais anne")));
        assertEquals(4, found(query().user(" ")));
    }

    @Test
    void byRoomAndWithinTheRoomsThatOneMaySee() {
        assertEquals(3, found(query().room("a201")));
        assertEquals(1, found(query().room("B105")));
        assertEquals(3, found(query().rooms(Set.of("A201"))));
        assertEquals(4, found(query().rooms(Set.of("A201", "B105"))));
        assertEquals(0, found(query().rooms(Set.of())));
        assertEquals(0, found(query().room("B105").rooms(Set.of("A201"))));
        assertEquals(0, found(query().room("nowhere")));
    }

    @Test
    void byAddress() {
        assertEquals(3, found(query().address("10.2.3.22")));
        assertEquals(0, found(query().address("10.2.3.2")));
    }

    @Test
    void byTimesAtWhichASessionWasOpen() {
        assertEquals(List.of("12:00", "10:30", "09:10"), logons(query().from(at("09:30:00"))));
        assertEquals(List.of("09:10", "08:00"), logons(query().to(at("10:30:00"))));
        assertEquals(List.of("09:10"), logons(query().from(at("09:30:00")).to(at("10:15:00"))));
        assertEquals(List.of("10:30"), logons(query().from(at("14:00:00"))), "open still");
    }

    @Test
    void pagesFollowOneAnother() {
        List<String> logons = new ArrayList<>();
        Long after = null;
        for (int page = 0; page < 3; page++) {
            List<SessionRow> rows =
                    stores.history().find(new HistoryQuery(null, null, null, null, null, NONE, NONE, 2, after));
            rows.forEach(row -> logons.add(row.logon().toString().substring(11, 16)));
            after = rows.isEmpty() ? after : rows.get(rows.size() - 1).id();
        }
        assertEquals(List.of("12:00", "10:30", "09:10", "08:00"), logons);
    }

    @Test
    void theLatestOfEachWhoWasThere() {
        assertEquals(List.of("12:00", "10:30"), of(stores.history().lastOfEach("", null, 10)));
        assertEquals(List.of("10:30"), of(stores.history().lastOfEach("kev", null, 10)));
        assertEquals(List.of("10:30", "09:10"), of(stores.history().lastOfEach("e", Set.of("A201"), 10)));
        assertEquals(List.of("12:00"), of(stores.history().lastOfEach("e", null, 1)));
    }

    private List<String> logons(Query query) {
        assertEquals(found(query), stores.history().find(query.build()).size());
        return of(stores.history().find(query.build()));
    }

    private long found(Query query) {
        long count = stores.history().count(query.build());
        assertEquals(count, stores.history().find(query.build()).size());
        return count;
    }

    private static List<String> of(List<SessionRow> rows) {
        return rows.stream()
                .map(row -> row.logon().toString().substring(11, 16))
                .toList();
    }

    private static Query query() {
        return new Query(null, null, null, null, null, null, null);
    }

    private record Query(
            String machine, String user, String room, Set<String> rooms, String address, Instant from, Instant to) {
        Query machine(String is) {
            return new Query(is, user, room, rooms, address, from, to);
        }

        Query user(String is) {
            return new Query(machine, is, room, rooms, address, from, to);
        }

        Query room(String is) {
            return new Query(machine, user, is, rooms, address, from, to);
        }

        Query rooms(Set<String> are) {
            return new Query(machine, user, room, are, address, from, to);
        }

        Query address(String is) {
            return new Query(machine, user, room, rooms, is, from, to);
        }

        Query from(Instant is) {
            return new Query(machine, user, room, rooms, address, is, to);
        }

        Query to(Instant is) {
            return new Query(machine, user, room, rooms, address, from, is);
        }

        HistoryQuery build() {
            return new HistoryQuery(machine, user, room, rooms, address, from, to, 100, null);
        }
    }
}
