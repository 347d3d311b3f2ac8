package org.rollcall.central.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Columns as Java has them. */
final class Columns {
    /** 9999-12-31T23:59:59Z: what other programs can still write. */
    private static final long LATEST = 253_402_300_799_000L;

    private Columns() {}

    static Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        Long millis = number(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    /** The empty text stands for null in columns that a unique key needs. */
    static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null || value.isEmpty() ? null : value;
    }

    /** Times that no clock of a machine in use can show are brought within bounds. */
    static Long millis(Instant time) {
        if (time == null) {
            return null;
        }
        if (time.getEpochSecond() <= 0) {
            return 0L;
        }
        return time.getEpochSecond() * 1000 > LATEST || time.getEpochSecond() > LATEST / 1000
                ? LATEST
                : time.toEpochMilli();
    }

    static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
