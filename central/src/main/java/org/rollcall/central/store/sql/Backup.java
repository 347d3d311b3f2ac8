package org.rollcall.central.store.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.rollcall.central.store.StoreException;
import org.rollcall.central.store.StoreSettings;

/** A store in one file, and back; the copy may be made while central runs, bringing it back may not. */
public final class Backup {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final StoreSettings settings;

    public Backup(StoreSettings settings) {
        this.settings = settings;
    }

    /**
     * What is committed at this moment, in one file, which replaces an older one only when it is complete.
     *
     * @see <a href="https://www.sqlite.org/lang_vacuum.html#vacuuminto">VACUUM INTO</a>
     */
    public void write(Path file) {
        if (Dialect.of(settings) == Dialect.POSTGRESQL) {
            new PostgresTools(settings).dump(file);
            return;
        }
        if (!Files.exists(Dialect.file(settings))) {
            throw new StoreException("there is no store " + settings + " to back up", null);
        }
        Path unfinished = Path.of(file.toAbsolutePath() + ".unfinished");
        try {
            Files.createDirectories(unfinished.getParent());
            Files.deleteIfExists(unfinished);
            try (Connection store = DriverManager.getConnection(settings.url());
                    PreparedStatement copy = store.prepareStatement("VACUUM INTO ?")) {
                copy.setString(1, unfinished.toString());
                copy.execute();
            }
            OwnerOnly.make(unfinished);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | SQLException e) {
            throw new StoreException("the store cannot be backed up to " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Puts a back-up in the store's place.
     *
     * @return where the store that was there is now; empty when there was none, or on PostgreSQL
     * @throws StoreException when a central is running, or the file is no back-up; nothing has changed then
     */
    public Optional<Path> restore(Path file) {
        StoreLock lock = StoreLock.take(settings);
        try {
            if (Dialect.of(settings) == Dialect.POSTGRESQL) {
                new PostgresTools(settings).restore(file);
                return Optional.empty();
            }
            check(file);
            return replace(Dialect.file(settings), file);
        } catch (IOException e) {
            throw new StoreException("the store cannot be restored from " + file + ": " + e, e);
        } finally {
            lock.close();
        }
    }

    private static Optional<Path> replace(Path store, Path file) throws IOException {
        Path incoming = Path.of(store.toAbsolutePath() + ".incoming");
        Files.copy(file, incoming, StandardCopyOption.REPLACE_EXISTING);
        OwnerOnly.make(incoming);
        Path aside = Path.of(store.toAbsolutePath() + ".before-" + STAMP.format(Instant.now()));
        boolean replaced = Files.exists(store);
        for (String part : new String[] {"", "-wal", "-shm"}) {
            Path old = Path.of(store.toAbsolutePath() + part);
            if (Files.exists(old)) {
                Files.move(old, Path.of(aside + part));
            }
        }
        Files.move(incoming, store);
        return replaced ? Optional.of(aside) : Optional.empty();
    }

    private static void check(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StoreException("there is no back-up " + file, null);
        }
        try (Connection backup = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = backup.createStatement()) {
            try (ResultSet sound = statement.executeQuery("PRAGMA integrity_check(1)")) {
                if (!sound.next() || !sound.getString(1).equals("ok")) {
                    throw new StoreException(file + " is damaged", null);
                }
            }
            statement.executeQuery("SELECT count(*) FROM flyway_schema_history").close();
        } catch (SQLException e) {
            throw new StoreException(file + " is no back-up of a Rollcall store: " + e.getMessage(), e);
        }
    }
}
