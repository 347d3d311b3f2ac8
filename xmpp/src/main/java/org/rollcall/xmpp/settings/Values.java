package org.rollcall.xmpp.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The values that {@link SettingsReader} found good; what was bad is absent and told among the problems. */
public final class Values {
    private final Map<String, Found> found;
    private final Set<String> tried;
    private final List<SettingValue> inForce;

    /** @param rank the source's strength; defaults are -1 */
    record Found(Object value, String where, int rank) {}

    Values(Map<String, Found> found, Set<String> tried, List<SettingValue> inForce) {
        this.found = Map.copyOf(found);
        this.tried = Set.copyOf(tried);
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
