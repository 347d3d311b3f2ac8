package org.rollcall.central.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rollcall.central.access.Who;
import org.rollcall.central.park.PeopleIndex;
import org.rollcall.central.park.Person;

class TrustedHeadersTest {
    private final PeopleIndex people = new PeopleIndex(List.of(new Person("anne", "Anne Martin", null, true)));
    private final TrustedHeaders headers = new TrustedHeaders("X-Remote-User", "X-Remote-Groups", () -> people);

    @Test
    void theProxysWordIsTheLogin() {
        assertEquals(
                Optional.of(new Who("anne", "Anne Martin", Set.of("teachers", "staff, all"))),
                who(Map.of("X-Remote-User", " Anne ", "X-Remote-Groups", "teachers; staff, all;;")));
        assertEquals(
                Optional.of(new Who("bob@iut.rdz", "bob@iut.rdz", Set.of("a", "b"))),
                who(Map.of("X-Remote-User", "bob@iut.rdz", "X-Remote-Groups", "a, b")));
        assertEquals(Optional.of(new Who("bob", "bob", Set.of())), who(Map.of("X-Remote-User", "bob")));
    }

    @Test
    void noNameIsNobody() {
        assertEquals(Optional.empty(), who(Map.of()));
        assertEquals(Optional.empty(), who(Map.of("X-Remote-User", "  ")));
        assertEquals(Optional.empty(), who(Map.of("X-Remote-User", "two words")));
        assertEquals(Optional.empty(), who(Map.of("X-Remote-User", "x".repeat(300))));
    }

    @Test
    void groupsThatAreNotAskedForDoNotCount() {
        TrustedHeaders plain = new TrustedHeaders("X-Remote-User", null, () -> people);

        assertEquals(
                Set.of(),
                plain.who(Map.of("X-Remote-User", "bob", "X-Remote-Groups", "admins")::get)
                        .orElseThrow()
                        .groups());
    }

    private Optional<Who> who(Map<String, String> sent) {
        return headers.who(sent::get);
    }
}
