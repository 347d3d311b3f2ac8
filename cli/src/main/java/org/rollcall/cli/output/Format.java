package org.rollcall.cli.output;

/** How answers are printed. */
public enum Format {
    /** For people: aligned, in their language, units and time zone. */
    TEXT,
    /** One document. */
    JSON,
    /** Tab-separated, with a header line; tab, line feed, carriage return and backslash as {@code \t \n \r \\}. */
    TSV,
    /** As RFC 4180 has it, with a header line, safe to open in a spreadsheet. */
    CSV
}
