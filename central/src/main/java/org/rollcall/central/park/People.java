package org.rollcall.central.park;

import java.util.List;
import java.util.Optional;

/** Who people are. Answers at once from memory: what a directory must be asked for comes later, by itself. */
public interface People {

    /** @param login as Windows writes it, in any case */
    Optional<Person> find(String login);

    /** Those whose login or name contains the text, accents and case ignored, best first. */
    List<Person> search(String text, int most);
}
