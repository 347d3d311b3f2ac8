package org.rollcall.central.store.sql;

import java.nio.file.Path;
import java.util.Map;
import org.rollcall.central.store.StoreSettings;

/** The little in which the databases differ. */
enum Dialect {
    SQLITE("INTEGER PRIMARY KEY AUTOINCREMENT"),
    POSTGRESQL("BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY");

    private static final String SQLITE_URL = "jdbc:sqlite:";

    private final String id;

    Dialect(String id) {
        this.id = id;
    }

    static Dialect of(StoreSettings settings) {
        if (settings.url().startsWith(SQLITE_URL)) {
            return SQLITE;
        }
        if (settings.url().startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException(
                "the store's url must begin with jdbc:sqlite: or jdbc:postgresql:, and is " + settings);
    }

    /** What the migrations leave open. */
    Map<String, String> placeholders() {
        return Map.of("id", id);
    }

    static Path file(StoreSettings settings) {
        return Path.of(settings.url().substring(SQLITE_URL.length()));
    }
}
