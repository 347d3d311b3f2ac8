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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.rollcall.central.store.StoreException;
import org.rollcall.central.store.StoreSettings;

/**
 * One program at a time on one store: two centrals would each believe their own board. Let go of when the program ends,
 * however it ends.
 */
final class StoreLock implements AutoCloseable {
    /** Any number, as long as nobody else on the database takes the same: "rollcall" in ASCII. */
    private static final long ADVISORY = 0x726f6c6c63616c6cL;

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

    /** Held by a connection of its own. https://www.postgresql.org/docs/15/explicit-locking.html#ADVISORY-LOCKS */
    private static AutoCloseable advisory(StoreSettings settings) {
        try {
            String password = settings.password() == null
                    ? null
                    : new String(settings.password().get());
            Connection connection = DriverManager.getConnection(settings.url(), settings.user(), password);
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SELECT pg_try_advisory_lock(" + ADVISORY + ")")) {
                if (result.next() && result.getBoolean(1)) {
                    return connection;
                }
            }
            connection.close();
            throw taken(settings);
        } catch (SQLException e) {
            throw new StoreException("the store " + settings + " cannot be reached: " + e.getMessage(), e);
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
