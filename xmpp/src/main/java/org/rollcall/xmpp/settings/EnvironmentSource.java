package org.rollcall.xmpp.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ROLLCALL_XMPP_PASSWORD} and the like, one for each setting whose key has no name of the user's choice. */
public final class EnvironmentSource implements Source {
    private final Map<String, String> environment;

    /** @param environment as {@link System#getenv()} */
    public EnvironmentSource(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public List<RawSetting> read(List<Setting<?>> known, Problems problems) {
        List<RawSetting> found = new ArrayList<>();
        for (Setting<?> setting : known) {
            String value = setting.named() ? null : environment.get(setting.environmentName());
            if (value != null) {
                found.add(new RawSetting(Keys.split(setting.key()), value, setting.environmentName()));
            }
        }
        return found;
    }
}
