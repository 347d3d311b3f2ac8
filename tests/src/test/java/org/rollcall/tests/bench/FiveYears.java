package org.rollcall.tests.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.rollcall.central.store.StoreSettings;

/**
 * A million sessions over five years, written straight into the tables: 350 machines in 12 rooms, 6,000 people, in an
 * order in which machines would have told of them.
 */
final class FiveYears {
    static final int SESSIONS = 1_000_000;
    static final int MACHINES = 350;
    static final int ROOMS = 12;
    static final int PEOPLE = 6_000;
    static final Instant END = Instant.parse("2026-11-22T18:00:00Z");
    static final Instant BEGIN = END.minus(Duration.ofDays(5 * 365));

    private static final String[] SYLLABLES = {"ma", "ri", "lo", "ké", "vin", "an", "ne", "bar", "ros", "ju", "li", "en"
    };

    private final Random random = new Random(1);

    /** Into a store that was opened once, and so has its tables. */
    void fill(StoreSettings settings) throws SQLException {
        String password = settings.password() == null
                ? null
                : new String(settings.password().get());
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), password)) {
            connection.setAutoCommit(false);
            rooms(connection);
            machines(connection);
            people(connection);
            sessions(connection);
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        }
    }

    private static void rooms(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO room (name, folded) VALUES (?, ?)")) {
            for (int i = 0; i < ROOMS; i++) {
                insert.setString(1, "A2" + (10 + i));
                insert.setString(2, "a2" + (10 + i));
                insert.executeUpdate();
            }
        }
    }

    private static void machines(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO machine (jid, account, name, standing, presence) VALUES (?, ?, ?, 'known', 'off')")) {
            for (int i = 0; i < MACHINES; i++) {
                String name = "a2" + (10 + i % ROOMS) + "b" + i;
                insert.setString(1, name + "@iut.rdz");
                insert.setString(2, name);
                insert.setString(3, name.toUpperCase(java.util.Locale.ROOT));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void people(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO person"
                + " (login, domain, full_name, group_name, folded_login, folded) VALUES (?, 'IUT', ?, ?, ?, ?)")) {
            for (int i = 0; i < PEOPLE; i++) {
                String name = name() + " " + name() + i;
                String folded = name.replace('é', 'e');
                String login = folded.replace(' ', '.');
                insert.setString(1, login);
                insert.setString(2, name);
                insert.setString(3, "LP " + i % 20);
                insert.setString(4, login);
                insert.setString(5, login + "\n" + folded);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return name.toString();
    }

    private void sessions(Connection connection) throws SQLException {
        long step = Duration.between(BEGIN, END).toMillis() / SESSIONS;
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO session (machine_id, uid, person_id,"
                + " room_id, address, kind, logon, machine_logon, logoff, ended, lasted, opened_by, heard, present)"
                + " VALUES (?, ?, ?, ?, ?, 'console', ?, ?, ?, 'logoff', ?, 'logon', ?, 0)")) {
            for (int i = 0; i < SESSIONS; i++) {
                int machine = random.nextInt(MACHINES);
                long logon = BEGIN.toEpochMilli() + i * step;
                long seconds = 300 + random.nextInt(7_200);
                insert.setLong(1, machine + 1L);
                insert.setString(2, "01JD8Z" + i);
                insert.setLong(3, random.nextInt(PEOPLE) + 1L);
                insert.setLong(4, machine % ROOMS + 1L);
                insert.setString(5, "10.2." + machine / 250 + "." + machine % 250);
                insert.setLong(6, logon);
                insert.setLong(7, logon);
                insert.setLong(8, logon + seconds * 1000);
                insert.setLong(9, seconds);
                insert.setLong(10, logon);
                insert.addBatch();
                if (i % 5_000 == 4_999) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
