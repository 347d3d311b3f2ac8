package org.rollcall.xmpp.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rollcall.xmpp.settings.Source.RawSetting;
import org.rollcall.xmpp.settings.Values.Found;

/** Merges sources into values that are typed and checked; goes on after each problem, so that all are told at once. */
public final class SettingsReader {
    private static final int DEFAULT_RANK = -1;

    private final List<Setting<?>> known;
    private final Map<Setting<?>, String> computed;
    private final Set<Setting<?>> required;

    /**
     * @param known every key that may stand in a source, in the order in which they are shown
     * @param computed defaults that only the running program knows
     * @param required what the program cannot do without
     */
    public SettingsReader(List<Setting<?>> known, Map<Setting<?>, String> computed, Set<Setting<?>> required) {
        this.known = List.copyOf(known);
        this.computed = Map.copyOf(computed);
        this.required = Set.copyOf(required);
    }

    /** @param weakestFirst a later source's value replaces an earlier one's */
    public Values read(List<Source> weakestFirst, Problems problems) {
        Map<String, Found> found = new HashMap<>();
        Set<String> tried = new HashSet<>();
        Set<String> refused = new HashSet<>();
        defaults(found);
        int rank = 0;
        for (Source source : weakestFirst) {
            for (RawSetting raw : source.read(known, problems)) {
                tried.add(raw.key());
                if (!take(raw, source, rank, found, problems) && source.strict()) {
                    refused.add(raw.key());
                }
            }
            rank++;
        }
        namedDefaults(found);
        for (Setting<?> setting : known) {
            if (required.contains(setting) && !found.containsKey(setting.key()) && !refused.contains(setting.key())) {
                problems.error("", "setting.missing", setting.key(), setting.help(problems.locale()));
            }
        }
        return new Values(found, tried, refused, inForce(found, problems));
    }

    private void defaults(Map<String, Found> found) {
        for (Setting<?> setting : known) {
            String text = computed.getOrDefault(setting, setting.fallback());
            if (text != null && !setting.named()) {
                found.put(setting.key(), fallback(setting, text));
            }
        }
    }

    /** Where a chosen name stands in any key, its other keys have their defaults. */
    private void namedDefaults(Map<String, Found> found) {
        for (Setting<?> setting : known) {
            if (setting.named() && setting.fallback() != null) {
                String table = setting.key().substring(0, setting.key().indexOf('*'));
                for (String key : Set.copyOf(found.keySet())) {
                    if (key.startsWith(table)) {
                        String name = key.substring(table.length(), key.indexOf('.', table.length()));
                        found.computeIfAbsent(setting.keyFor(name), k -> fallback(setting, setting.fallback()));
                    }
                }
            }
        }
    }

    private static Found fallback(Setting<?> setting, String text) {
        try {
            return new Found(setting.type().parse(text, Path.of("")), "default", DEFAULT_RANK, true);
        } catch (BadValueException e) {
            throw new IllegalStateException("the default of " + setting.key() + " is bad: " + text, e);
        }
    }

    /** Whether the value is good; if not, that is told. */
    private boolean take(RawSetting raw, Source source, int rank, Map<String, Found> found, Problems problems) {
        Optional<Setting<?>> setting = setting(raw.path());
        if (setting.isEmpty()) {
            unknown(raw, source, problems);
            return false;
        }
        try {
            Object value = setting.get().type().parse(raw.value(), source.base());
            found.put(raw.key(), new Found(value, raw.where(), rank, source.strict()));
            return true;
        } catch (BadValueException e) {
            problems.bad(source.strict(), raw.where(), raw.key(), e);
            return false;
        }
    }

    private void unknown(RawSetting raw, Source source, Problems problems) {
        Optional<String> nearest = Keys.nearest(known, raw.path(), raw.table());
        String message = raw.table() ? "table.unknown" : "setting.unknown";
        if (nearest.isPresent()) {
            problems.add(source.strict(), raw.where(), message + ".near", raw.key(), nearest.get());
        } else {
            problems.add(source.strict(), raw.where(), message, raw.key());
        }
    }

    private Optional<Setting<?>> setting(List<String> path) {
        return known.stream().filter(s -> s.matches(path)).findFirst();
    }

    private List<SettingValue> inForce(Map<String, Found> found, Problems problems) {
        List<SettingValue> values = new ArrayList<>();
        for (Setting<?> setting : known) {
            if (setting.named()) {
                for (String key : new TreeSet<>(found.keySet())) {
                    if (setting.matches(Keys.split(key))) {
                        values.add(shown(setting, key, found.get(key)));
                    }
                }
            } else if (found.containsKey(setting.key())) {
                values.add(shown(setting, setting.key(), found.get(setting.key())));
            } else {
                values.add(new SettingValue(setting.key(), setting.defaultText(problems.locale()), "default"));
            }
        }
        return values;
    }

    // The value came from this very setting's type.
    @SuppressWarnings("unchecked")
    private static <T> SettingValue shown(Setting<T> setting, String key, Found found) {
        String value = setting.secret() ? SettingValue.HIDDEN : setting.type().show((T) found.value());
        return new SettingValue(key, value, found.where());
    }
}
