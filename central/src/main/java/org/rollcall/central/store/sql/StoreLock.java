package org.rollcall.central.store.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.rollcall.central.store.StoreException;
import org.rollcall.central.store.StoreSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One program at a time on one store: two centrals would each believe their own board. Let go of when the program ends,
 * however it ends.
 */
final class StoreLock implements AutoCloseable {
    /** Any number, as long as nobody else on the database takes the same: "rollcall" in ASCII. */
    private static final long ADVISORY = 0x726f6c6c63616c6cL;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** https://www.postgresql.org/docs/15/errcodes-appendix.html */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final Logger LOG = LoggerFactory.getLogger(StoreLock.class);

    private final AutoCloseable held;

    private StoreLock(AutoCloseable held) {
        this.held = held;
    }

    /** @throws StoreException when another program has it */
    static StoreLock take(StoreSettings settings) {
        return new StoreLock(
                Dialect.of(settings) == Dialect.SQLITE ? file(Dialect.file(settings), settings) : advisory(settings));
    }

    private static AutoCloseable file(Path store, StoreSettings settings) {
        try {
            Path file = Path.of(store.toAbsolutePath() + ".lock");
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tried(channel);
            if (lock == null) {
                channel.close();
                throw taken(settings);
            }
            return channel;
        } catch (IOException e) {
            throw new StoreException("the store " + settings + " cannot be locked: " + e, e);
        }
    }

    /** Null when it is taken, by another process or by this one. */
    private static FileLock tried(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /**
     * Held by a connection of its own. PostgreSQL lets go of it some moments after whoever had it is gone: those are waited
     * for. https://www.postgresql.org/docs/15/explicit-locking.html#ADVISORY-LOCKS
     */
    private static AutoCloseable advisory(StoreSettings settings) {
        Connection connection = null;
        try {
            String password = settings.password() == null
                    ? null
                    : new String(settings.password().get());
            connection = DriverManager.getConnection(settings.url(), settings.user(), password);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET lock_timeout = '" + PATIENCE.toMillis() + "ms'");
                statement.execute("SELECT pg_advisory_lock(" + ADVISORY + ")");
            }
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw taken(settings);
            }
            throw new StoreException("the store " + settings + " cannot be reached: " + e.getMessage(), e);
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("closing a connection that was of no use", e);
        }
    }

    private static StoreException taken(StoreSettings settings) {
        return new StoreException("the store " + settings + " is in use by another central: stop that one first", null);
    }

    @Override
    public void close() {
        try {
            held.close();
        } catch (Exception e) {
            throw new StoreException("the store's lock cannot be let go of: " + e.getMessage(), e);
        }
    }
}
