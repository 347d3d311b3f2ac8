package org.rollcall.xmpp.settings;

import java.util.List;
import java.util.Locale;
import org.rollcall.xmpp.text.Messages;

/**
 * One key that may stand in a settings file. What it is for is the text {@code setting.KEY} beside {@code owner}; where
 * there is no fixed default, {@code default.KEY} says what holds instead.
 *
 * @param key dotted; a segment {@code *} stands for a name of the user's choice: {@code run.*.program}
 * @param fallback the default as people would write it; null when there is none or the program computes it
 * @param secret never shown, never taken from a command line
 * @param owner the class beside which its texts lie
 */
public record Setting<T>(String key, ValueType<T> type, String fallback, boolean secret, Class<?> owner) {

    public static <T> Setting<T> of(Class<?> owner, String key, ValueType<T> type) {
        return new Setting<>(key, type, null, false, owner);
    }

    public Setting<T> orElse(String value) {
        return new Setting<>(key, type, value, secret, owner);
    }

    public Setting<T> asSecret() {
        return new Setting<>(key, type, fallback, true, owner);
    }

    /** Whether the key has a name of the user's choice in it. */
    public boolean named() {
        return key.contains("*");
    }

    /** The full key for one chosen name. */
    public String keyFor(String name) {
        return key.replace("*", name);
    }

    /** Whether a key, by its segments, is this setting's. */
    public boolean matches(List<String> path) {
        return Keys.matches(Keys.split(key), path);
    }

    /** {@code ROLLCALL_XMPP_PASSWORD_FILE} for {@code xmpp.password-file}. */
    public String environmentName() {
        return "ROLLCALL_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** What it is for. */
    public String help(Locale locale) {
        return Messages.beside(owner, locale).text("setting." + key);
    }

    /** The default, or in words what holds without the setting. */
    public String defaultText(Locale locale) {
        return fallback != null ? fallback : Messages.beside(owner, locale).text("default." + key);
    }
}
