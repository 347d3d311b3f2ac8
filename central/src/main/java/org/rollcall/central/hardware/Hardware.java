package org.rollcall.central.hardware;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
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
 * @param macs of the cards that stay with the computer, as far as that is known
 */
public record Hardware(String uuid, String serial, SortedSet<String> macs) {
    private static final int MOST_CARDS = 32;

    /** @param sheet the answer to {@code host}; an unknown shape gives what is nothing */
    public static Hardware of(Table sheet) {
        String uuid = null;
        String serial = null;
        SortedSet<String> cards = new TreeSet<>();
        SortedSet<String> interfaces = new TreeSet<>();
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
            } else if (key.equals("hardware.cards")) {
                Arrays.stream(value.strip().split(" +"))
                        .limit(MOST_CARDS)
                        .map(Hardware::cleaned)
                        .forEach(cards::add);
            } else if (key.startsWith("network.") && key.endsWith(".mac")) {
                interfaces.add(cleaned(value));
            }
        }
        if (cards.isEmpty() && uuid == null && serial == null) {
            // With docks and software's own interfaces among them: for want of anything better.
            cards = interfaces;
        }
        return new Hardware(uuid, serial, cards);
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

    /**
     * Another UUID, another serial number, or no card in common: cheap series share the first two. What only one knows
     * decides nothing, as firmware is read in vain now and then.
     */
    public boolean isAnother(Hardware other) {
        return differ(uuid, other.uuid)
                || differ(serial, other.serial)
                || !macs.isEmpty() && !other.macs.isEmpty() && Collections.disjoint(macs, other.macs);
    }

    /**
     * What the older reading knew best is the same now, and nothing tells of another. Unlike {@link #isAnother} it does
     * not let pass who says nothing of it.
     */
    public boolean agrees(Hardware older) {
        boolean best = older.uuid != null
                ? older.uuid.equals(uuid)
                : older.serial != null ? older.serial.equals(serial) : !older.macs.isEmpty();
        boolean card = older.macs.isEmpty() || !Collections.disjoint(macs, older.macs);
        return best && card && !isAnother(older);
    }

    /** Both that firmware tells apart are there and agree, and the cards do not tell of another of its series. */
    public boolean isSurely(Hardware other) {
        return uuid != null && serial != null && uuid.equals(other.uuid) && !isAnother(other) && other.serial != null;
    }

    /** With what only the older reading knew, a card that is switched off today among it. */
    public Hardware completedBy(Hardware older) {
        SortedSet<String> both = new TreeSet<>(macs);
        older.macs.stream()
                .filter(card -> !macs.contains(card))
                .limit(Math.max(0, MOST_CARDS - macs.size()))
                .forEach(both::add);
        return new Hardware(uuid == null ? older.uuid : uuid, serial == null ? older.serial : serial, both);
    }

    private static boolean differ(String one, String other) {
        return one != null && other != null && !one.equals(other);
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
