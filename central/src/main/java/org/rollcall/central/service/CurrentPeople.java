package org.rollcall.central.service;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.central.park.People;
import org.rollcall.central.park.Person;

/** People as they were read last, for those who hold on to one object. */
record CurrentPeople(Supplier<People> now) implements People {

    @Override
    public Optional<Person> find(String login) {
        return now.get().find(login);
    }

    @Override
    public List<Person> search(String text, int most) {
        return now.get().search(text, most);
    }
}
