package org.rollcall.agent.settings.windows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.agent.host.windows.registry.RegistryTree;
import org.rollcall.agent.host.windows.registry.RegistryValue;

/** A registry in memory, with the bytes that Windows would have. */
final class FakeRegistry implements RegistryTree {
    private final Map<String, Map<String, RegistryValue>> keys = new HashMap<>();
    private String unreadable;

    FakeRegistry text(String key, String name, String text) {
        return put(key, name, RegistryValue.REG_SZ, utf16(text + "\0"));
    }

    FakeRegistry expanding(String key, String name, String text) {
        return put(key, name, RegistryValue.REG_EXPAND_SZ, utf16(text + "\0"));
    }

    FakeRegistry texts(String key, String name, String... texts) {
        return put(key, name, RegistryValue.REG_MULTI_SZ, utf16(String.join("\0", texts) + "\0\0"));
    }

    FakeRegistry number(String key, String name, int number) {
        byte[] data = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
        return put(key, name, RegistryValue.REG_DWORD, data);
    }

    FakeRegistry put(String key, String name, int type, byte[] data) {
        keys.computeIfAbsent(key, k -> new LinkedHashMap<>()).put(name, new RegistryValue(name, type, data));
        return this;
    }

    FakeRegistry delete(String key, String name) {
        keys.getOrDefault(key, new HashMap<>()).remove(name);
        return this;
    }

    /** From now on; null: none. */
    void unreadable(String key) {
        unreadable = key;
    }

    static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    @Override
    public List<RegistryValue> values(String key) throws IOException {
        if (key.equals(unreadable)) {
            throw new IOException("access denied");
        }
        return new ArrayList<>(keys.getOrDefault(key, Map.of()).values());
    }
}
