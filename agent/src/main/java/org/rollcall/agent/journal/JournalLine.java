package org.rollcall.agent.journal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.rollcall.xmpp.stanza.Event;

/**
 * One line of a journal file: a checksum, then fields apart by tabs. A line that was cut short by a crash, or never
 * reached the disk whole, fails its checksum.
 *
 * <pre>
 * 5f0a31c2 e⇥41⇥logon⇥2026-11-22T12:09:56Z⇥session=1⇥uid=01J…      an event
 * 91d2aa07 c⇥uid=01J…⇥user=kevin.marchais                           carried over from the file before
 * </pre>
 *
 * @param event null in a carried line
 * @param carried null in an event's line
 */
record JournalLine(Event event, Map<String, String> carried) {
    private static final int CHECKSUM_DIGITS = 8;
    private static final String EVENT = "e";
    private static final String CARRIED = "c";

    static byte[] encode(Event event) {
        StringBuilder payload = new StringBuilder(200)
                .append(EVENT)
                .append('\t')
                .append(event.seq())
                .append('\t')
                .append(escape(event.kind()))
                .append('\t')
                .append(event.at());
        return line(payload, event.attributes());
    }

    static byte[] encode(Map<String, String> carried) {
        return line(new StringBuilder(200).append(CARRIED), carried);
    }

    /** Null when the line is damaged or of a kind that this version does not know. */
    static JournalLine decode(byte[] file, int from, int to) {
        if (to - from <= CHECKSUM_DIGITS + 1) {
            return null;
        }
        int payload = from + CHECKSUM_DIGITS + 1;
        String sum = new String(file, from, CHECKSUM_DIGITS + 1, StandardCharsets.ISO_8859_1);
        if (!sum.equals(checksum(file, payload, to) + ' ')) {
            return null;
        }
        List<String> fields = split(new String(file, payload, to - payload, StandardCharsets.UTF_8));
        try {
            if (fields.get(0).equals(EVENT) && fields.size() >= 4) {
                return new JournalLine(
                        new Event(
                                Long.parseLong(fields.get(1)),
                                unescape(fields.get(2)),
                                Instant.parse(fields.get(3)),
                                attributes(fields, 4)),
                        null);
            }
            return fields.get(0).equals(CARRIED) ? new JournalLine(null, attributes(fields, 1)) : null;
        } catch (NumberFormatException | DateTimeException damaged) {
            return null;
        }
    }

    private static byte[] line(StringBuilder payload, Map<String, String> attributes) {
        attributes.forEach((name, value) ->
                payload.append('\t').append(escape(name)).append('=').append(escape(value)));
        byte[] text = payload.toString().getBytes(StandardCharsets.UTF_8);
        byte[] line = new byte[CHECKSUM_DIGITS + 1 + text.length + 1];
        byte[] sum = checksum(text, 0, text.length).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(sum, 0, line, 0, CHECKSUM_DIGITS);
        line[CHECKSUM_DIGITS] = ' ';
        System.arraycopy(text, 0, line, CHECKSUM_DIGITS + 1, text.length);
        line[line.length - 1] = '\n';
        return line;
    }

    private static String checksum(byte[] bytes, int from, int to) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, to - from);
        String hex = Long.toHexString(crc.getValue());
        return "0".repeat(CHECKSUM_DIGITS - hex.length()) + hex;
    }

    private static List<String> split(String payload) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int tab = payload.indexOf('\t'); tab >= 0; tab = payload.indexOf('\t', start)) {
            fields.add(payload.substring(start, tab));
            start = tab + 1;
        }
        fields.add(payload.substring(start));
        return fields;
    }

    private static Map<String, String> attributes(List<String> fields, int first) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String field : fields.subList(first, fields.size())) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                attributes.put(unescape(field.substring(0, equals)), unescape(field.substring(equals + 1)));
            }
        }
        return attributes;
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\t' -> escaped.append("\\t");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            plain.append(
                    switch (escaped) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        default -> escaped;
                    });
        }
        return plain.toString();
    }
}
