package org.rollcall.agent.settings.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.agent.host.windows.registry.RegistryValue;
import org.rollcall.xmpp.settings.BadValueException;

/** Makes of a value's bytes what {@link org.rollcall.xmpp.settings.ValueType#parse} takes. */
final class RegistryData {
    private static final int LARGEST = 1 << 16;
    private static final Pattern VARIABLE = Pattern.compile("%([^%]+)%");

    private final Map<String, String> environment = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** @param environment what REG_EXPAND_SZ is expanded with, in any case, as on Windows */
    RegistryData(Map<String, String> environment) {
        this.environment.putAll(environment);
    }

    /** A String, a Long or a List of Strings. */
    Object of(RegistryValue value) throws BadValueException {
        byte[] data = value.data();
        if (data == null || data.length > LARGEST) {
            throw new BadValueException("bad.registry-size");
        }
        return switch (value.type()) {
            case RegistryValue.REG_SZ -> text(data);
            case RegistryValue.REG_EXPAND_SZ -> expanded(text(data));
            case RegistryValue.REG_MULTI_SZ -> texts(data);
            case RegistryValue.REG_DWORD -> number(data);
            default -> throw new BadValueException("bad.registry-type");
        };
    }

    /** The NUL at the end may be missing: who writes a value need not store it. */
    private static String text(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_16LE);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static List<String> texts(byte[] data) {
        List<String> texts = new ArrayList<>();
        for (String text : new String(data, StandardCharsets.UTF_16LE).split("\0")) {
            // The policy editor keeps empty lines.
            if (!text.isBlank()) {
                texts.add(text.strip());
            }
        }
        return texts;
    }

    private static Long number(byte[] data) throws BadValueException {
        if (data.length != Integer.BYTES) {
            throw new BadValueException("bad.registry-type");
        }
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt());
    }

    /** An unknown variable stays as it is, as Windows does it. */
    private String expanded(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(environment.getOrDefault(m.group(1), m.group())));
    }
}
