package org.rollcall.cli.output;

import java.util.Locale;

/** How answers are printed. */
public enum Format {
    /** For people: aligned, in their language, units and time zone. */
    TEXT,
    /** One document. */
    JSON,
    /** Tab-separated, with a header line; tab, line feed, carriage return and backslash as {@code \t \n \r \\}. */
    TSV,
    /** As RFC 4180 has it, with a header line, safe to open in a spreadsheet. */
    CSV,
    /** Processes alone: as Windows' {@code tasklist /V} prints them. */
    TASKLIST,
    /** Processes alone: as Windows' {@code tasklist /V /FO CSV} prints them. */
    TASKLIST_CSV;

    public boolean isTasklist() {
        return this == TASKLIST || this == TASKLIST_CSV;
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
