package org.rollcall.central.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.rollcall.central.store.StoreException;
import org.rollcall.central.store.StoreSettings;

/** The database, brought to this version's schema when opened. */
public final class Database implements AutoCloseable {
    private static final String SCHEMA = "classpath:org/rollcall/central/store/schema";

    private final Dialect dialect;
    private final StoreLock lock;
    private final HikariDataSource writing;
    private final HikariDataSource reading;
    private final Jdbi readers;
    private final Writer writer;

    private Database(Dialect dialect, StoreLock lock, HikariDataSource writing, HikariDataSource reading) {
        this.dialect = dialect;
        this.lock = lock;
        this.writing = writing;
        this.reading = reading;
        readers = Jdbi.create(reading);
        writer = new Writer(Jdbi.create(writing));
    }

    /** @throws StoreException when it cannot be reached, does not fit, or another program has it open */
    public static Database open(StoreSettings settings) {
        Dialect dialect = Dialect.of(settings);
        StoreLock lock = StoreLock.take(settings);
        HikariDataSource writing = null;
        HikariDataSource reading = null;
        try {
            writing = Pools.writer(dialect, settings);
            // By connections of its own: on PostgreSQL it holds one for its lock and needs another.
            Flyway.configure()
                    .dataSource(settings.url(), settings.user(), Pools.password(settings))
                    .locations(SCHEMA)
                    .placeholders(dialect.placeholders())
                    .load()
                    .migrate();
            reading = Pools.readers(dialect, settings);
            return new Database(dialect, lock, writing, reading);
        } catch (RuntimeException e) {
            close(reading);
            close(writing);
            lock.close();
            throw e instanceof StoreException known
                    ? known
                    : new StoreException("the store " + settings + " cannot be opened: " + e.getMessage(), e);
        }
    }

    Dialect dialect() {
        return dialect;
    }

    Writer writer() {
        return writer;
    }

    <T> T read(Function<Handle, T> query) {
        return readers.withHandle(query::apply);
    }

    /** Whether it answers, for {@code /health}. */
    public boolean isHealthy() {
        try {
            return writer.isRunning()
                    && read(handle -> handle.createQuery("SELECT 1")
                                    .mapTo(Integer.class)
                                    .one())
                            == 1;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Commits what waits, then ends. */
    @Override
    public void close() {
        writer.close();
        close(reading);
        close(writing);
        lock.close();
    }

    private static void close(HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }
}
