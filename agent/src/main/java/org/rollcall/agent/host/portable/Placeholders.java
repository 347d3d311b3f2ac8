package org.rollcall.agent.host.portable;

import java.util.Locale;
import java.util.Set;

/** What makers leave in firmware fields that they did not fill: two machines may share these. */
public final class Placeholders {
    private static final Set<String> KNOWN = Set.of(
            "unknown",
            "none",
            "na",
            "oem",
            "o.e.m.",
            "default",
            "empty",
            "invalid",
            "standard",
            "serial number",
            "not available",
            "to be filled by oem",
            "1234567890",
            "n/a",
            "default string",
            "not specified",
            "not applicable",
            "to be filled by o.e.m.",
            "system serial number",
            "system manufacturer",
            "system product name",
            "0123456789",
            "123456789",
            "03000200-0400-0500-0006-000700080009",
            "12345678-1234-5678-90ab-cddeefaabbcc");

    private Placeholders() {}

    /** The trimmed value; null for a blank, a known placeholder, or one character over and over. */
    public static String orNull(String value) {
        if (value == null) {
            return null;
        }
        String trimmed = value.strip();
        String plain = trimmed.toLowerCase(Locale.ROOT);
        return KNOWN.contains(plain) || oneCharacter(plain.replace("-", "")) ? null : trimmed;
    }

    private static boolean oneCharacter(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) != text.charAt(0)) {
                return false;
            }
        }
        return true;
    }
}
