package org.rollcall.central.store;

import java.util.function.Supplier;

/**
 * Where everything is kept.
 *
 * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST[:PORT]/DATABASE}
 * @param user null for SQLite, and where the url or the server's peer authentication says it
 * @param password asked at each new connection; null for none
 */
public record StoreSettings(String url, String user, Supplier<char[]> password) {

    public static StoreSettings sqlite(java.nio.file.Path file) {
        return new StoreSettings("jdbc:sqlite:" + file, null, null);
    }

    @Override
    public String toString() {
        return url.replaceAll("(?i)(password=)[^&]*", "$1***");
    }
}
