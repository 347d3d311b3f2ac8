package org.rollcall.xmpp.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The values that {@link SettingsReader} found good; what was bad is absent and told among the problems. */
public final class Values {
    private final Map<String, Found> found;
    private final Set<String> tried;
    private final Set<String> refused;
    private final List<SettingValue> inForce;

    /** @param rank the source's strength; defaults are -1 @param strict whether mistakes in its source are fatal */
    record Found(Object value, String where, int rank, boolean strict) {}

    Values(Map<String, Found> found, Set<String> tried, Set<String> refused, List<SettingValue> inForce) {
        this.found = Map.copyOf(found);
        this.tried = Set.copyOf(tried);
        this.refused = Set.copyOf(refused);
        this.inForce = List.copyOf(inForce);
    }

    /** Null when not set, without a default, or bad. */
    public <T> T get(Setting<T> setting) {
        return value(setting.key());
    }

    /** The same for a key with a name of the user's choice. */
    public <T> T get(Setting<T> setting, String name) {
        return value(setting.keyFor(name));
    }

    /** The names that the user chose for a key such as {@code run.*.program}. */
    public Set<String> names(Setting<?> setting) {
        int star = setting.key().indexOf('*');
        String before = setting.key().substring(0, star);
        String after = setting.key().substring(star + 1);
        Set<String> names = new TreeSet<>();
        for (String key : found.keySet()) {
            if (key.startsWith(before) && key.endsWith(after)) {
                names.add(key.substring(before.length(), key.length() - after.length()));
            }
        }
        return names;
    }

    /** Whether a source has the setting, be it good or bad: what is bad was told already. */
    public boolean tried(String key) {
        return tried.contains(key);
    }

    /** Whether a strict source's value of a setting is bad: it was told already, and the program will not start. */
    public boolean refused(String key) {
        return refused.contains(key);
    }

    /** Whether a mistake with this value stops the program: not where the registry has it. */
    public boolean strict(String key) {
        Found value = found.get(key);
        return value == null || value.strict();
    }

    /** How strong the source of a setting is; below every source's when it is not set. */
    int rank(Setting<?> setting) {
        Found value = found.get(setting.key());
        return value == null ? Integer.MIN_VALUE : value.rank();
    }

    /** Where a setting stands, for people. */
    public String where(String key) {
        Found value = found.get(key);
        return value == null ? "" : value.where();
    }

    public List<SettingValue> inForce() {
        return inForce;
    }

    // The reader put there what the setting's own type returned.
    @SuppressWarnings("unchecked")
    private <T> T value(String key) {
        Found value = found.get(key);
        return value == null ? null : (T) value.value();
    }
}
