package org.rollcall.central.fake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.central.park.People;
import org.rollcall.central.park.Person;

/** Those given. */
public record FakePeople(List<Person> all) implements People {

    @Override
    public Optional<Person> find(String login) {
        return all.stream()
                .filter(person -> person.login().equals(login.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    @Override
    public List<Person> search(String text, int most) {
        return all.stream()
                .filter(person -> person.login().contains(text))
                .limit(most)
                .toList();
    }
}
