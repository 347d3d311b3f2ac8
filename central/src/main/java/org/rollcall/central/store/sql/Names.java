package org.rollcall.central.store.sql;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.rollcall.central.park.Person;
import org.rollcall.central.store.Surroundings;
import org.rollcall.xmpp.text.XmlText;

/** The rows of people and rooms that sessions point to: found, or made. */
final class Names {
    private final Surroundings surroundings;

    Names(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** As the people's list knows them at this moment, else as the machine does. */
    long person(Handle handle, String login, String domain, String machinesFullName) {
        Optional<Person> known = surroundings.person().apply(login);
        String fullName =
                Columns.orEmpty(XmlText.name(known.map(Person::fullName).orElse(machinesFullName)));
        String group = Columns.orEmpty(XmlText.name(known.map(Person::group).orElse(null)));
        return person(handle, login, Columns.orEmpty(domain), fullName, group);
    }

    static long person(Handle handle, String login, String domain, String fullName, String group) {
        return handle.createQuery("SELECT id FROM person WHERE login = :login AND domain = :domain"
                        + " AND full_name = :fullName AND group_name = :group")
                .bind("login", login)
                .bind("domain", domain)
                .bind("fullName", fullName)
                .bind("group", group)
                .mapTo(Long.class)
                .findOne()
                .orElseGet(() -> handle.createQuery("INSERT INTO person"
                                + " (login, domain, full_name, group_name, folded_login, folded)"
                                + " VALUES (:login, :domain, :fullName, :group, :foldedLogin, :folded) RETURNING id")
                        .bind("login", login)
                        .bind("domain", domain)
                        .bind("fullName", fullName)
                        .bind("group", group)
                        .bind("foldedLogin", Folded.of(login))
                        .bind("folded", Folded.of(login + "\n" + fullName))
                        .mapTo(Long.class)
                        .one());
    }

    /** Null for a machine that stands in no room. */
    Long room(Handle handle, String account) {
        String room = XmlText.name(surroundings.room().apply(account));
        if (room == null || room.isEmpty()) {
            return null;
        }
        return handle.createQuery("SELECT id FROM room WHERE folded = :folded")
                .bind("folded", Folded.of(room))
                .mapTo(Long.class)
                .findOne()
                .orElseGet(
                        () -> handle.createQuery("INSERT INTO room (name, folded) VALUES (:name, :folded) RETURNING id")
                                .bind("name", room)
                                .bind("folded", Folded.of(room))
                                .mapTo(Long.class)
                                .one());
    }
}
