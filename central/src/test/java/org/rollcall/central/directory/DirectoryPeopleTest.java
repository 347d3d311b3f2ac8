package org.rollcall.central.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollcall.central.park.Person;
import org.rollcall.xmpp.text.Sentence;

class DirectoryPeopleTest {
    private static final Duration EVERY = Duration.ofMinutes(10);

    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private Collection<Person> answer = List.of(new Person("anne", "Anne Martin", null, true));
    private Map<String, Set<String>> groups = Map.of("anne", Set.of("teachers"));
    private String failure;

    private final DirectoryPeople people = new DirectoryPeople(this::read, EVERY, () -> now);

    @AfterEach
    void stop() {
        people.close();
    }

    @Test
    void whatTheDirectorySaidStaysWhileItCannotBeAsked() {
        assertEquals(EVERY, people.refresh());
        failure = "away";
        people.refresh();

        assertEquals(1, people.get().size());
        assertEquals(
                new DirectoryPeople.Trouble(now, Sentence.plain("away")),
                people.trouble().orElseThrow());

        failure = null;
        people.refresh();
        assertTrue(people.trouble().isEmpty());
    }

    @Test
    void aTroubleIsToldSinceItsBeginning() {
        Instant since = now;
        failure = "away";
        people.refresh();
        now = now.plusSeconds(60);
        failure = "away, another way";
        people.refresh();

        assertEquals(
                new DirectoryPeople.Trouble(since, Sentence.plain("away, another way")),
                people.trouble().orElseThrow());
    }

    @Test
    void itIsAskedLessAndLessOftenWhileItIsAwayButNeverLessThanUsual() {
        failure = "away";

        assertEquals(
                List.of(15L, 30L, 60L, 120L, 240L, 480L, 600L, 600L),
                java.util.stream.Stream.generate(people::refresh)
                        .limit(8)
                        .map(Duration::toSeconds)
                        .toList());
        failure = null;
        assertEquals(EVERY, people.refresh());
        failure = "away";
        assertEquals(15, people.refresh().toSeconds());
    }

    @Test
    void groupsStayWhileItCannotBeAskedAndAreThoseOfTheLastAnswer() {
        assertEquals(Set.of(), people.groups("anne"));
        people.refresh();
        failure = "away";
        people.refresh();
        assertEquals(Set.of("teachers"), people.groups("Anne"));

        failure = null;
        groups = Map.of();
        people.refresh();
        assertEquals(Set.of(), people.groups("anne"));
    }

    @Test
    void theSameAnswerIsNoNews() {
        people.refresh();
        Collection<Person> before = people.get();
        answer = List.of(new Person("anne", "Anne Martin", null, true));
        people.refresh();

        assertSame(before, people.get());
    }

    private Everybody read() throws DirectoryException {
        if (failure != null) {
            throw new DirectoryException(Sentence.plain(failure), null);
        }
        return new Everybody(answer, groups);
    }
}
