package org.rollcall.central.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
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
    private final HikariDataSource writing;
    private final HikariDataSource reading;
    private final Jdbi readers;
    private final Writer writer;

    private Database(Dialect dialect, HikariDataSource writing, HikariDataSource reading) {
        this.dialect = dialect;
        this.writing = writing;
        this.reading = reading;
        readers = Jdbi.create(reading);
        writer = new Writer(Jdbi.create(writing));
    }

    /** @throws StoreException when it cannot be reached or does not fit */
    public static Database open(StoreSettings settings) {
        Dialect dialect = Dialect.of(settings);
        HikariDataSource writing = null;
        HikariDataSource reading = null;
        try {
            writing = Pools.writer(dialect, settings);
            Flyway.configure()
                    .dataSource(writing)
                    .locations(SCHEMA)
                    .placeholders(dialect.placeholders())
                    .load()
                    .migrate();
            reading = Pools.readers(dialect, settings);
            return new Database(dialect, writing, reading);
        } catch (RuntimeException e) {
            close(reading);
            close(writing);
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

    /**
     * A copy of an SQLite store as it is at this moment, while it is in use; it is complete in the one file.
     *
     * @param file must not exist
     * @throws UnsupportedOperationException on PostgreSQL, which has {@code pg_dump}
     * @see <a href="https://www.sqlite.org/lang_vacuum.html#vacuuminto">VACUUM INTO</a>
     */
    public void backup(Path file) {
        if (dialect != Dialect.SQLITE) {
            throw new UnsupportedOperationException("a PostgreSQL store is backed up by pg_dump");
        }
        try {
            writer.alone(handle -> handle.execute("VACUUM INTO ?", file.toString()));
        } catch (RuntimeException e) {
            throw new StoreException("the store cannot be backed up to " + file + ": " + e.getMessage(), e);
        }
    }

    /** Commits what waits, then ends. */
    @Override
    public void close() {
        writer.close();
        close(reading);
        close(writing);
    }

    private static void close(HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }
}
