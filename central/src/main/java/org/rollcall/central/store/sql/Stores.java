package org.rollcall.central.store.sql;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.privacy.PersonalData;
import org.rollcall.central.privacy.Purge;
import org.rollcall.central.store.AuditTrail;
import org.rollcall.central.store.Enrolments;
import org.rollcall.central.store.EventStore;
import org.rollcall.central.store.History;
import org.rollcall.central.store.MachineLog;
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
    private final SqlMachineLog log;
    private final SqlPurge purge;
    private final SqlPersonalData personalData;
    private final SqlEnrolments enrolments;

    private Stores(Database database, Surroundings surroundings, InstantSource clock) {
        this.database = database;
        machines = new SqlMachines(database);
        Sessions sessions = new Sessions(new Names(surroundings), machines);
        events = new SqlEventStore(
                database.writer(),
                new EventWriter(sessions, surroundings.clockSkew()),
                new Reconciler(sessions, machines, surroundings.clockSkew()));
        UsageCount counts = new UsageCount(database);
        history = new SqlHistory(database, new SqlUsage(database, counts, clock));
        purge = new SqlPurge(database, machines, counts);
        personalData = new SqlPersonalData(database, machines);
        audit = new SqlAuditTrail(database);
        log = new SqlMachineLog(database);
        enrolments = new SqlEnrolments(database);
    }

    /** @throws org.rollcall.central.store.StoreException when the database cannot be reached or does not fit */
    public static Stores open(StoreSettings settings, Surroundings surroundings, InstantSource clock) {
        return new Stores(Database.open(settings), surroundings, clock);
    }

    public Machines machines() {
        return machines;
    }

    /** @param listener called after a machine was approved, refused or removed, on the thread that did it */
    public void onDecision(Runnable listener) {
        machines.onDecision(listener);
    }

    /** @param listener called when the last user of a machine was erased or purged, and must not be shown any more */
    public void onForgotten(Consumer<BareJid> listener) {
        machines.onForgotten(listener);
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

    public Enrolments enrolments() {
        return enrolments;
    }

    public MachineLog log() {
        return log;
    }

    public Purge purge() {
        return purge;
    }

    public PersonalData personalData() {
        return personalData;
    }

    /** How many writes wait for the database, for {@code /metrics}. */
    public int waiting() {
        return database.writer().waiting();
    }

    /** Whether the database answers. */
    public boolean isHealthy() {
        return database.isHealthy();
    }

    /** Commits what waits, then ends. */
    @Override
    public void close() {
        database.close();
    }
}
