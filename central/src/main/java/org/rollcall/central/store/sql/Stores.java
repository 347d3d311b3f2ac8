package org.rollcall.central.store.sql;

import java.nio.file.Path;
import org.rollcall.central.store.AuditTrail;
import org.rollcall.central.store.EventStore;
import org.rollcall.central.store.History;
import org.rollcall.central.store.Machines;
import org.rollcall.central.store.StoreSettings;
import org.rollcall.central.store.Surroundings;

/** All that is kept, on one database. */
public final class Stores implements AutoCloseable {
    private final Database database;
    private final SqlMachines machines;
    private final SqlEventStore events;
    private final SqlHistory history;
    private final SqlAuditTrail audit;

    private Stores(Database database, Surroundings surroundings) {
        this.database = database;
        machines = new SqlMachines(database);
        Sessions sessions = new Sessions(new Names(surroundings), machines);
        events = new SqlEventStore(
                database.writer(),
                new EventWriter(sessions, surroundings.clockSkew()),
                new Reconciler(sessions, machines, surroundings.clockSkew()));
        history = new SqlHistory(database);
        audit = new SqlAuditTrail(database);
    }

    /** @throws org.rollcall.central.store.StoreException when the database cannot be reached or does not fit */
    public static Stores open(StoreSettings settings, Surroundings surroundings) {
        return new Stores(Database.open(settings), surroundings);
    }

    public Machines machines() {
        return machines;
    }

    public EventStore events() {
        return events;
    }

    public History history() {
        return history;
    }

    public AuditTrail audit() {
        return audit;
    }

    /** Whether the database answers. */
    public boolean isHealthy() {
        return database.isHealthy();
    }

    /** A copy of an SQLite store in one file that does not exist yet; PostgreSQL has {@code pg_dump}. */
    public void backup(Path file) {
        database.backup(file);
    }

    /** Commits what waits, then ends. */
    @Override
    public void close() {
        database.close();
    }
}
