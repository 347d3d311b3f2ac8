package org.rollcall.central.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.rollcall.central.store.StoreException;
import org.rollcall.central.store.StoreSettings;
import org.sqlite.SQLiteConfig;

/** Connections: one that writes, some that read. */
final class Pools {
    private static final int READERS = 6;
    private static final int CONNECT_MILLIS = 10_000;
    private static final int BUSY_MILLIS = 10_000;

    private Pools() {}

    static HikariDataSource writer(Dialect dialect, StoreSettings settings) {
        HikariConfig config = common(dialect, settings, "rollcall-writer", 1);
        // Whatever is the default of the server: an event that was answered for must survive a power cut.
        if (dialect == Dialect.POSTGRESQL) {
            config.setConnectionInitSql("SET synchronous_commit = on");
        } else {
            makeFile(Dialect.file(settings));
        }
        return new HikariDataSource(config);
    }

    static HikariDataSource readers(Dialect dialect, StoreSettings settings) {
        HikariConfig config = common(dialect, settings, "rollcall-readers", READERS);
        config.setConnectionInitSql(
                dialect == Dialect.POSTGRESQL ? "SET statement_timeout = 15000" : "PRAGMA query_only = 1");
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    private static HikariConfig common(Dialect dialect, StoreSettings settings, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(settings.url());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setUsername(settings.user());
        config.setPassword(password(settings));
        config.setDataSourceProperties(dialect == Dialect.SQLITE ? sqlite() : postgresql());
        return config;
    }

    static String password(StoreSettings settings) {
        char[] password =
                settings.password() == null ? null : settings.password().get();
        return password == null ? null : new String(password);
    }

    private static Properties sqlite() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // Not NORMAL, which in WAL mode leaves the log unsynced until a checkpoint: after a power cut, events that
        // were answered for, and so are gone from the machine's journal, would be gone here too.
        // https://www.sqlite.org/pragma.html#pragma_synchronous
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        // A transaction that begins by reading and then finds another writer fails at once, whatever the time-out.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setCacheSize(-16_384);
        return config.toProperties();
    }

    private static Properties postgresql() {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "rollcall-central");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    /** Who was where is nobody else's business; SQLite gives its further files the same permissions. */
    private static void makeFile(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            if (!Files.exists(file)
                    && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (IOException e) {
            throw new StoreException("the store's file cannot be made: " + e, e);
        }
    }
}
