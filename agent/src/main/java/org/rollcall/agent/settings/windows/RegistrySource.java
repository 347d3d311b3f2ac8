package org.rollcall.agent.settings.windows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rollcall.agent.host.windows.registry.RegistryTree;
import org.rollcall.agent.host.windows.registry.RegistryValue;
import org.rollcall.xmpp.settings.BadValueException;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.Setting;
import org.rollcall.xmpp.settings.Source;

/**
 * The values of one registry key, whose names are the settings' keys. PCs are updated over weeks and a policy reaches
 * them all at once, so nothing here stops an agent: a bad value is a warning, and the last good one stays.
 */
public final class RegistrySource implements Source {
    private static final int LONGEST_NAME = 128;

    private final RegistryTree tree;
    private final String key;
    private final RegistryData data;
    private final LastGood lastGood;
    private final boolean secret;

    /**
     * @param key below HKEY_LOCAL_MACHINE
     * @param environment for REG_EXPAND_SZ
     * @param secret whether only the system and administrators can read the key; elsewhere secrets are refused
     */
    public RegistrySource(
            RegistryTree tree, String key, Map<String, String> environment, LastGood lastGood, boolean secret) {
        this.tree = tree;
        this.key = key;
        this.data = new RegistryData(environment);
        this.lastGood = lastGood;
        this.secret = secret;
    }

    @Override
    public boolean strict() {
        return false;
    }

    @Override
    public List<RawSetting> read(List<Setting<?>> known, Problems problems) {
        Map<String, Object> before = lastGood.of(key);
        List<RawSetting> found = new ArrayList<>();
        try {
            List<RegistryValue> values = tree.values(key);
            Map<String, Object> good = new HashMap<>();
            for (RegistryValue value : values) {
                if (!value.name().isEmpty()) {
                    read(value, known, before, good, problems).ifPresent(found::add);
                }
            }
            lastGood.replace(key, good);
        } catch (IOException e) {
            problems.add(false, where(), "registry.unreadable", e.getMessage());
            before.forEach((name, value) -> found.add(kept(name, value)));
        }
        return found;
    }

    /** Empty for what does not count; that is told unless it is only empty. */
    private Optional<RawSetting> read(
            RegistryValue value,
            List<Setting<?>> known,
            Map<String, Object> before,
            Map<String, Object> good,
            Problems problems) {
        String name =
                value.name().substring(0, Math.min(LONGEST_NAME, value.name().length()));
        Setting<?> setting = setting(name, known);
        if (setting == null) {
            // The reader says so, and which one it may have been meant to be.
            return Optional.of(new RawSetting(path(name), "", where()));
        }
        // Names in the registry have no case.
        String own = setting.named() ? name : setting.key();
        if (setting.secret() && !secret) {
            problems.add(false, where(), "registry.secret", own);
            return Optional.empty();
        }
        try {
            Object raw = converted(setting, data.of(value));
            if (raw.equals("") && !isList(setting)) {
                // What the installer writes for a property that was not given.
                return Optional.empty();
            }
            setting.type().parse(raw, base());
            if (!setting.secret()) {
                good.put(own, raw);
            }
            return Optional.of(new RawSetting(path(own), raw, where()));
        } catch (BadValueException e) {
            problems.bad(false, where(), own, e);
        }
        return lastGood(setting, own, before, good, problems);
    }

    private Optional<RawSetting> lastGood(
            Setting<?> setting, String own, Map<String, Object> before, Map<String, Object> good, Problems problems) {
        Object kept = before.get(own);
        if (kept == null) {
            return Optional.empty();
        }
        try {
            problems.add(false, where(), "registry.kept", own, show(setting, kept));
            good.put(own, kept);
            return Optional.of(kept(own, kept));
        } catch (BadValueException noLongerGood) {
            // A file that has gone since: weaker sources decide, and the warning is out already.
            good.put(own, kept);
            return Optional.empty();
        }
    }

    private <T> String show(Setting<T> setting, Object raw) throws BadValueException {
        return setting.type().show(setting.type().parse(raw, base()));
    }

    /** The registry has no booleans. */
    private static Object converted(Setting<?> setting, Object raw) {
        if (setting.type().id().equals("flag") && raw instanceof Long number && number <= 1) {
            return number == 1;
        }
        return raw instanceof String text ? text.strip() : raw;
    }

    /** For a list, nothing at all is a value: nobody. */
    private static boolean isList(Setting<?> setting) {
        return setting.type().id().startsWith("list-");
    }

    private static Setting<?> setting(String name, List<Setting<?>> known) {
        for (Setting<?> setting : known) {
            if (setting.matches(path(name))
                    || !setting.named() && setting.key().equals(name.toLowerCase(Locale.ROOT))) {
                return setting;
            }
        }
        return null;
    }

    private RawSetting kept(String name, Object value) {
        return new RawSetting(path(name), value, where() + " (last good value)");
    }

    private String where() {
        return "HKLM\\" + key;
    }

    private static List<String> path(String name) {
        return List.of(name.split("\\.", -1));
    }

    @Override
    public Path base() {
        return Path.of("");
    }
}
