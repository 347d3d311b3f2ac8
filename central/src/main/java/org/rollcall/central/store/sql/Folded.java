package org.rollcall.central.store.sql;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.rollcall.xmpp.text.XmlText;

/** Text as people search it: "kevin" finds Kévin. Done here, as the databases differ in what they call lower case. */
final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folded() {}

    static String of(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(XmlText.clean(text), Normalizer.Form.NFD))
                .replaceAll("");
        return plain.toLowerCase(Locale.ROOT).trim();
    }

    /** A pattern for {@code LIKE … ESCAPE '\'} that matches wherever the text stands. */
    static String partOf(String text) {
        return "%" + of(text).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
