package org.rollcall.central.trouble;

import java.time.Instant;

/**
 * Something that an administrator should put right.
 *
 * @param where a file and its line, {@code directory}, or {@code accounts}
 * @param since when it was found
 * @param sentence what is wrong
 */
public record Trouble(String where, Instant since, String sentence) {}
