package org.rollcall.central.inbox;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Table;

/**
 * What tells one computer from another, as its sheet has it; firmware's placeholders are not in a sheet.
 *
 * @param uuid null when unknown
 * @param serial null when unknown
 */
record Hardware(String uuid, String serial, SortedSet<String> macs) {

    /** @param sheet the answer to {@code host}; an unknown shape gives what is nothing */
    static Hardware of(Table sheet) {
        String uuid = null;
        String serial = null;
        SortedSet<String> macs = new TreeSet<>();
        for (List<Object> row : sheet.rows()) {
            String key = cell(sheet, row, "group") + "." + cell(sheet, row, "fact");
            String value = cell(sheet, row, "value");
            if (value == null || value.isBlank()) {
                continue;
            }
            if (key.equals("hardware.uuid")) {
                uuid = cleaned(value);
            } else if (key.equals("hardware.serial")) {
                serial = cleaned(value);
            } else if (key.startsWith("network.") && key.endsWith(".mac")) {
                macs.add(cleaned(value));
            }
        }
        return new Hardware(uuid, serial, macs);
    }

    static Hardware parse(String fingerprint) {
        String uuid = null;
        String serial = null;
        SortedSet<String> macs = new TreeSet<>();
        for (String part : fingerprint.split(";")) {
            if (part.startsWith("uuid=")) {
                uuid = part.substring(5);
            } else if (part.startsWith("serial=")) {
                serial = part.substring(7);
            } else if (part.startsWith("mac=")) {
                macs.add(part.substring(4));
            }
        }
        return new Hardware(uuid, serial, macs);
    }

    boolean isNothing() {
        return uuid == null && serial == null && macs.isEmpty();
    }

    /** The strongest part that both know decides; what only one knows decides nothing, as firmware is read in vain now
     * and then. */
    boolean isAnother(Hardware other) {
        if (uuid != null && other.uuid != null) {
            return !uuid.equals(other.uuid);
        }
        if (serial != null && other.serial != null) {
            return !serial.equals(other.serial);
        }
        return !macs.isEmpty() && !other.macs.isEmpty() && Collections.disjoint(macs, other.macs);
    }

    /** With what only the older reading knew. */
    Hardware completedBy(Hardware older) {
        return new Hardware(
                uuid == null ? older.uuid : uuid,
                serial == null ? older.serial : serial,
                macs.isEmpty() ? older.macs : macs);
    }

    String fingerprint() {
        StringBuilder text = new StringBuilder();
        if (uuid != null) {
            text.append("uuid=").append(uuid).append(';');
        }
        if (serial != null) {
            text.append("serial=").append(serial).append(';');
        }
        macs.forEach(mac -> text.append("mac=").append(mac).append(';'));
        return text.toString();
    }

    private static String cell(Table sheet, List<Object> row, String column) {
        List<Column> columns = sheet.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return row.get(i) == null ? null : row.get(i).toString();
            }
        }
        return null;
    }

    private static String cleaned(String value) {
        String one = value.strip().toLowerCase(Locale.ROOT).replace(';', ',');
        return one.length() <= 100 ? one : one.substring(0, 100);
    }
}
