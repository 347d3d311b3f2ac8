package org.rollcall.agent.host.windows.identity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.rollcall.agent.host.portable.Placeholders;

/**
 * The system's UUID and serial number from the SMBIOS tables.
 *
 * @param uuid null when absent or a placeholder
 * @param serial null when absent or a placeholder
 * @see <a href="https://www.dmtf.org/standards/smbios">SMBIOS reference specification, 6.1 and 7.2</a>
 */
public record Smbios(String uuid, String serial) {
    public static final Smbios NONE = new Smbios(null, null);

    private static final int SYSTEM = 1;
    private static final int END = 127;
    private static final int SERIAL_INDEX = 7;
    private static final int UUID = 8;
    private static final int UUID_LENGTH = 16;

    /** @param tables the structures one after another, as firmware wrote them; damaged ones give what could be read */
    public static Smbios parse(byte[] tables) {
        int at = 0;
        while (at + 4 <= tables.length) {
            int type = tables[at] & 0xFF;
            int length = tables[at + 1] & 0xFF;
            if (length < 4 || at + length > tables.length || type == END) {
                return NONE;
            }
            if (type == SYSTEM) {
                return system(tables, at, length);
            }
            at = afterStrings(tables, at + length);
        }
        return NONE;
    }

    private static Smbios system(byte[] tables, int at, int length) {
        String serial = length > SERIAL_INDEX ? string(tables, at + length, tables[at + SERIAL_INDEX] & 0xFF) : null;
        String uuid = length >= UUID + UUID_LENGTH ? uuid(tables, at + UUID) : null;
        return new Smbios(Placeholders.orNull(uuid), Placeholders.orNull(serial));
    }

    /** The first three fields are little-endian since SMBIOS 2.6, and Windows writes them so everywhere. */
    private static String uuid(byte[] tables, int at) {
        int[] order = {3, 2, 1, 0, -1, 5, 4, -1, 7, 6, -1, 8, 9, -1, 10, 11, 12, 13, 14, 15};
        StringBuilder text = new StringBuilder();
        for (int i : order) {
            text.append(i < 0 ? "-" : String.format(Locale.ROOT, "%02x", tables[at + i]));
        }
        return text.toString();
    }

    /** Strings are numbered from 1 and each end in a NUL. */
    private static String string(byte[] tables, int start, int number) {
        int at = start;
        for (int i = 1; i <= number && at < tables.length && tables[at] != 0; i++) {
            int end = at;
            while (end < tables.length && tables[end] != 0) {
                end++;
            }
            if (i == number) {
                return new String(tables, at, end - at, StandardCharsets.ISO_8859_1);
            }
            at = end + 1;
        }
        return null;
    }

    /** Two NULs end a structure's strings, also where it has none. */
    private static int afterStrings(byte[] tables, int start) {
        int at = start;
        while (at + 1 < tables.length && (tables[at] != 0 || tables[at + 1] != 0)) {
            at++;
        }
        return at + 2;
    }
}
