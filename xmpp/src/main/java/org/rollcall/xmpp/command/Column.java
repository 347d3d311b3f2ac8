package org.rollcall.xmpp.command;

/**
 * One column of an answer. The name is a stable English id; its title in the asker's language is the text
 * {@code column.NAME}.
 */
public record Column(String name, Type type) {

    /** What a column's cells are; any cell may be null, for unknown. */
    public enum Type {
        /** A {@link String}. */
        TEXT,
        /** A {@link Long} that counts or identifies. */
        COUNT,
        /** A {@link Long}, in bytes. */
        BYTES,
        /** A {@link java.time.Duration}. */
        DURATION,
        /** An {@link java.time.Instant}. */
        TIME
    }

    public static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    public static Column count(String name) {
        return new Column(name, Type.COUNT);
    }

    public static Column bytes(String name) {
        return new Column(name, Type.BYTES);
    }

    public static Column duration(String name) {
        return new Column(name, Type.DURATION);
    }

    public static Column time(String name) {
        return new Column(name, Type.TIME);
    }
}
