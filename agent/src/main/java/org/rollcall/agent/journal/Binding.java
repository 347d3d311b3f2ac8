package org.rollcall.agent.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rollcall.agent.host.HardwareIdentity;

/** Whom a data folder belongs to, as a file of {@code key=value} lines in it. */
record Binding(String jid, HardwareIdentity identity) {
    private static final int LONGEST = 64 * 1024;
    /** A desk where many sticks are tried must not grow the file for ever. */
    private static final int MOST_CARDS = 32;

    /** Null when there is none, or it is damaged: a folder that says nothing is taken as ours. */
    static Binding read(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) > LONGEST) {
            return null;
        }
        String jid = null;
        String uuid = null;
        String serial = null;
        SortedSet<String> macs = new TreeSet<>();
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
            int equals = line.indexOf('=');
            String value = line.substring(equals + 1).trim();
            switch (equals < 0 ? "" : line.substring(0, equals)) {
                case "jid" -> jid = value;
                case "uuid" -> uuid = value;
                case "serial" -> serial = value;
                case "macs" -> macs.addAll(Arrays.asList(value.split(",")));
                default -> {}
            }
        }
        return jid == null ? null : new Binding(jid, new HardwareIdentity(uuid, serial, macs));
    }

    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder("jid=" + jid + "\n");
        if (identity.uuid() != null) {
            text.append("uuid=").append(identity.uuid()).append('\n');
        }
        if (identity.serial() != null) {
            text.append("serial=").append(identity.serial()).append('\n');
        }
        if (!identity.macs().isEmpty()) {
            text.append("macs=").append(String.join(",", identity.macs())).append('\n');
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text);
        // Not ATOMIC_MOVE: Windows refuses it where a virus scanner holds the old file open.
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * What differs, as words for the log; null when it is the same machine under the same name. UUID and serial number
     * must both be the same, and one network card at least, for cheap series share the former and cards come and go. A
     * part that only one side knows decides nothing, for readings fail now and then.
     */
    String differenceFrom(Binding now) {
        if (!jid.equals(now.jid)) {
            return "it belongs to " + jid + ", and this machine is " + now.jid;
        }
        HardwareIdentity was = identity;
        HardwareIdentity is = now.identity;
        boolean uuids = was.uuid() != null && is.uuid() != null;
        boolean serials = was.serial() != null && is.serial() != null;
        if (uuids && !was.uuid().equalsIgnoreCase(is.uuid())) {
            return "it was made on a machine with another UUID";
        }
        if (serials && !was.serial().equals(is.serial())) {
            return "it was made on a machine with another serial number";
        }
        boolean foreign = !was.macs().isEmpty() && !is.macs().isEmpty() && Collections.disjoint(was.macs(), is.macs());
        return foreign ? "it was made on a machine with other network cards" : null;
    }

    /**
     * This binding with what only the older one knows, so that a part that cannot be read today is not forgotten, nor a
     * card that is switched off today: the other one may be, tomorrow.
     */
    Binding completedBy(Binding older) {
        if (older == null) {
            return this;
        }
        return new Binding(
                jid,
                new HardwareIdentity(
                        identity.uuid() != null
                                ? identity.uuid()
                                : older.identity().uuid(),
                        identity.serial() != null
                                ? identity.serial()
                                : older.identity().serial(),
                        cards(identity.macs(), older.identity().macs())));
    }

    private static SortedSet<String> cards(SortedSet<String> now, SortedSet<String> older) {
        SortedSet<String> both = new TreeSet<>(now);
        older.stream()
                .filter(card -> !now.contains(card))
                .limit(Math.max(0, MOST_CARDS - now.size()))
                .forEach(both::add);
        return both;
    }
}
