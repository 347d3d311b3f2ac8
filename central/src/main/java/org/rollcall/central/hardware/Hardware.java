package org.rollcall.central.hardware;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.stanza.Enrol;

/**
 * What tells one computer from another, as its sheet has it; firmware's placeholders are not in a sheet.
 *
 * @param uuid null when unknown
 * @param serial null when unknown
 */
public record Hardware(String uuid, String serial, SortedSet<String> macs) {

    /** @param sheet the answer to {@code host}; an unknown shape gives what is nothing */
    public static Hardware of(Table sheet) {
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

    /** As a new PC says it; null stands for what it cannot tell. */
    public static Hardware of(Enrol enrol) {
        SortedSet<String> macs = new TreeSet<>();
        enrol.macs().forEach(mac -> macs.add(cleaned(mac)));
        return new Hardware(known(enrol.uuid()), known(enrol.serial()), macs);
    }

    private static String known(String value) {
        return value == null || value.isBlank() ? null : cleaned(value);
    }

    public static Hardware parse(String fingerprint) {
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

    public boolean isNothing() {
        return uuid == null && serial == null && macs.isEmpty();
    }

    /** The strongest part that both know decides; what only one knows decides nothing, as firmware is read in vain now
     * and then. */
    public boolean isAnother(Hardware other) {
        if (uuid != null && other.uuid != null) {
            return !uuid.equals(other.uuid);
        }
        if (serial != null && other.serial != null) {
            return !serial.equals(other.serial);
        }
        return !macs.isEmpty() && !other.macs.isEmpty() && Collections.disjoint(macs, other.macs);
    }

    /**
     * What the older reading knew best is the same now. Unlike {@link #isAnother} it does not let pass who says nothing
     * of it.
     */
    public boolean agrees(Hardware older) {
        if (older.uuid != null) {
            return older.uuid.equals(uuid);
        }
        if (older.serial != null) {
            return older.serial.equals(serial);
        }
        return !Collections.disjoint(macs, older.macs);
    }

    /** Both that firmware tells apart are there and agree: some makers give a whole series one UUID. */
    public boolean isSurely(Hardware other) {
        return uuid != null && serial != null && uuid.equals(other.uuid) && serial.equals(other.serial);
    }

    /** With what only the older reading knew. */
    public Hardware completedBy(Hardware older) {
        return new Hardware(
                uuid == null ? older.uuid : uuid,
                serial == null ? older.serial : serial,
                macs.isEmpty() ? older.macs : macs);
    }

    public String fingerprint() {
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

    /** A short name for people to say which one they mean. */
    public String id() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(fingerprint().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has it (java.security.MessageDigest).
            throw new IllegalStateException(e);
        }
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
