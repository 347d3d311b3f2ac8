package org.rollcall.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The user's language; where there are no texts in it, they are English. */
final class Language {
    /** Strongest first, as POSIX has it for messages. */
    private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    private Language() {}

    /**
     * What the environment says, also where the system lacks that locale's data, as containers do: Java then takes it
     * for English. Windows says nothing there.
     */
    static Locale of(Map<String, String> environment) {
        for (String variable : VARIABLES) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                String tag = value.split("[.@]", 2)[0].replace('_', '-');
                boolean neutral = tag.equals("C") || tag.equals("POSIX");
                return neutral ? Locale.ENGLISH : Locale.forLanguageTag(tag);
            }
        }
        return Locale.getDefault(Locale.Category.DISPLAY);
    }
}
