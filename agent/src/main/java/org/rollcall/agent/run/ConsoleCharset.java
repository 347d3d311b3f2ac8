package org.rollcall.agent.run;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** How console programs encode what they print. */
public final class ConsoleCharset {
    /**
     * Console programs on Windows print in the OEM code page, which Java does not tell a service; but it goes with the
     * ANSI one, which Java does tell. Where both are the same (Chinese, Japanese, Korean, Thai), nothing is listed.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/intl/code-page-identifiers">Code page identifiers</a>
     */
    private static final Map<String, String> OEM_BY_ANSI = Map.of(
            "cp1250", "IBM852",
            "cp1251", "IBM866",
            "cp1252", "IBM850",
            "cp1253", "IBM737",
            "cp1254", "IBM857",
            "cp1255", "IBM862",
            "cp1257", "IBM775");

    private ConsoleCharset() {}

    public static Charset ofThisSystem() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return windows ? oem(System.getProperty("native.encoding", "Cp1252")) : StandardCharsets.UTF_8;
    }

    static Charset oem(String ansi) {
        String name = OEM_BY_ANSI.getOrDefault(ansi.toLowerCase(Locale.ROOT), ansi);
        // A trimmed runtime may lack the rarer ones; the digits and letters of English are the same in all.
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
    }
}
