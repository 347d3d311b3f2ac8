package org.rollcall.xmpp.settings;

import java.nio.file.Path;
import java.util.List;

/**
 * One place where settings stand. Sources are given to {@link SettingsReader} weakest first: file, Windows registry,
 * environment, command line.
 */
public interface Source {

    /**
     * Whether a mistake here stops the program. In a source that is not strict (the registry, which Group Policy
     * writes on hundreds of machines at once) it is a warning, and what weaker sources say holds.
     */
    boolean strict();

    /** What relative paths here are relative to. */
    default Path base() {
        return Path.of("");
    }

    /**
     * Every value that stands here, known or not. What cannot even be read is told to {@code problems}.
     *
     * @param known for sources that must look for each key by name
     */
    List<RawSetting> read(List<Setting<?>> known, Problems problems);

    /**
     * One value as it stands.
     *
     * @param path the key's segments
     * @param value see {@link ValueType#parse}
     * @param where for people: a file and line, a variable, an option
     * @param table whether it is a table that no setting begins with, rather than a value
     */
    record RawSetting(List<String> path, Object value, String where, boolean table) {
        public RawSetting(List<String> path, Object value, String where) {
            this(path, value, where, false);
        }

        public String key() {
            return String.join(".", path);
        }
    }
}
