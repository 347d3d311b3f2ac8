package org.rollcall.xmpp.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** No command takes a secret; what an asker took for one must still not lie in the audit. */
public final class Secrets {
    private Secrets() {}

    public static Map<String, String> masked(Map<String, String> arguments) {
        Map<String, String> masked = new LinkedHashMap<>(arguments);
        masked.replaceAll((name, value) -> isSecret(name.toLowerCase(Locale.ROOT)) ? "***" : value);
        return masked;
    }

    private static boolean isSecret(String name) {
        return name.contains("pass") || name.contains("secret") || name.contains("token") || name.equals("pwd");
    }
}
