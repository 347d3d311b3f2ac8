package org.rollcall.agent.host.windows.service;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rights of a data folder, in Windows' own notation: the administrators own it; they and the system may do
 * everything, here and below, and nothing comes from the folder above.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/secauthz/security-descriptor-string-format">SDDL</a>
 */
final class SafeDescriptor {
    /** BA: the Administrators group, SY: LocalSystem; the same in every language. */
    static final String TEXT = "O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)";

    private static final Set<String> ENTRIES = Set.of("A;OICI;FA;;;SY", "A;OICI;FA;;;BA");
    private static final Pattern ENTRY = Pattern.compile("\\(([^)]*)\\)");
    private static final Pattern LIST = Pattern.compile("D:([A-Z]*)((?:\\([^)]*\\))*)");

    private SafeDescriptor() {}

    /** @param text as Windows writes it: with the owner and the access list */
    static boolean matches(String text) {
        Matcher list = LIST.matcher(text);
        if (!text.startsWith("O:BA") || !list.find() || !list.group(1).contains("P")) {
            return false;
        }
        Set<String> found = new HashSet<>();
        Matcher entry = ENTRY.matcher(list.group(2));
        while (entry.find()) {
            found.add(entry.group(1));
        }
        return found.equals(ENTRIES);
    }
}
