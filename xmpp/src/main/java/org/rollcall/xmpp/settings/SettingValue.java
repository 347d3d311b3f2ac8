package org.rollcall.xmpp.settings;

/**
 * One setting in force.
 *
 * @param key as in the file: {@code xmpp.domain}
 * @param value as people would write it; a secret is never here, only that it is set
 * @param source where it came from: {@code default}, a file with its line, an environment variable, {@code --option}
 */
public record SettingValue(String key, String value, String source) {
    /** The value of a secret that is set. */
    public static final String HIDDEN = "********";
}
