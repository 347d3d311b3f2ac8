package org.rollcall.central.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rollcall.xmpp.command.Role;

class GrantsTest {
    private final Grants grants = new Grants(
            Map.of("Admin@IUT.rdz", Role.ADMIN, "group:Teachers", Role.VIEWER),
            Map.of(
                    "a201", Map.of("group:keepers", Role.OPERATOR, "anne", Role.ADMIN),
                    "B105", Map.of("bob", Role.VIEWER)));

    private final Who admin = Who.of("admin@iut.rdz");
    private final Who anne = new Who("Anne", "Anne Martin", Set.of("teachers"));
    private final Who keeper = new Who("kim", "Kim", Set.of("KEEPERS", "TEACHERS"));
    private final Who bob = Who.of("bob");

    @Test
    void whoeverIsNotNamedMayNothing() {
        assertEquals(Optional.empty(), grants.anywhere(Who.of("eve")));
        assertEquals(Optional.empty(), grants.in("A201", Who.of("eve")));
        assertEquals(Optional.empty(), Grants.NONE.anywhere(admin));
        assertEquals(Optional.of(Set.of()), grants.roomsOf(Who.of("eve"), Role.VIEWER));
    }

    @Test
    void namesAndRoomsCountInAnyCase() {
        assertEquals(Optional.of(Role.ADMIN), grants.in("A201", anne));
        assertEquals(Optional.of(Role.OPERATOR), grants.in("a201", keeper));
        assertEquals(Optional.of(Role.VIEWER), grants.in("b105", bob));
    }

    @Test
    void theGreaterOfRoomAndEverywhereHolds() {
        assertEquals(Optional.of(Role.VIEWER), grants.in("C001", anne));
        assertEquals(Optional.of(Role.ADMIN), grants.in("B105", admin));
        assertEquals(Optional.of(Role.ADMIN), grants.anywhere(anne));
        assertEquals(Optional.of(Role.VIEWER), grants.everywhere(anne));
    }

    @Test
    void aMachineOfNoRoomIsForThoseWithARoleEverywhere() {
        assertEquals(Optional.empty(), grants.in(null, bob));
        assertEquals(Optional.of(Role.VIEWER), grants.in(null, keeper));
    }

    @Test
    void theRoomsOfAPersonAreThoseOfTheRoleThatIsNeeded() {
        assertEquals(Optional.empty(), grants.roomsOf(admin, Role.ADMIN));
        assertEquals(Optional.empty(), grants.roomsOf(keeper, Role.VIEWER));
        Set<String> rooms = grants.roomsOf(keeper, Role.OPERATOR).orElseThrow();
        assertTrue(rooms.contains("A201") && rooms.contains("a201"));
        assertFalse(rooms.contains("B105"));
        assertEquals(Set.of(), grants.roomsOf(bob, Role.OPERATOR).orElseThrow());
    }

    @Test
    void aGroupsNameIsNoLogin() {
        assertEquals(Optional.empty(), grants.anywhere(Who.of("teachers")));
        assertEquals(Optional.empty(), grants.anywhere(Who.of("group:teachers")));
        assertEquals(Optional.empty(), grants.anywhere(new Who("eve", "Eve", Set.of("anne", "admin@iut.rdz"))));
    }
}
