package org.rollcall.xmpp.frontend.ask;

import java.util.Optional;

/** Where an answer goes on: which snapshot, and from which row. Written {@code snapshot.row}. */
record Cursor(String snapshot, int row) {

    static Optional<Cursor> parse(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        try {
            int row = Integer.parseInt(text.substring(dot + 1));
            return row < 0 ? Optional.empty() : Optional.of(new Cursor(text.substring(0, dot), row));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return snapshot + "." + row;
    }
}
