package org.rollcall.agent.settings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.rollcall.xmpp.settings.SettingValue;
import org.rollcall.xmpp.settings.XmppKeys;

/** Which settings have another value than before, whatever source they come from. */
public final class SettingsDifference {
    private static final List<String> LIVE = List.of(
            "access.", "run.", AgentKeys.CENTRAL_ROLE.key(), AgentKeys.IDLE_AFTER.key(), AgentKeys.POLL_EVERY.key());

    private SettingsDifference() {}

    /** Their keys, in order. */
    public static Set<String> between(AgentSettings before, AgentSettings now) {
        Map<String, String> old = values(before);
        Map<String, String> current = values(now);
        Set<String> keys = new HashSet<>(old.keySet());
        keys.addAll(current.keySet());
        Set<String> changed = new TreeSet<>();
        for (String key : keys) {
            if (!Objects.equals(old.get(key), current.get(key))) {
                changed.add(key);
            }
        }
        // What is in force shows of a secret only that there is one.
        if (!Objects.equals(before.xmpp().password(), now.xmpp().password())) {
            changed.add(XmppKeys.PASSWORD.key());
        }
        if (!Objects.equals(
                before.xmpp().clientCertificatePassword(), now.xmpp().clientCertificatePassword())) {
            changed.add(XmppKeys.CLIENT_CERTIFICATE_PASSWORD.key());
        }
        String secret = AgentKeys.ENROL_SECRET.key();
        boolean gone = changed.contains(secret) && !SettingValue.HIDDEN.equals(current.get(secret));
        if (gone) {
            // The agent itself deletes it, once it needs it no more.
            changed.remove(secret);
        } else if (!Objects.equals(before.enrol(), now.enrol())) {
            changed.add(secret);
        }
        return changed;
    }

    /** Whether a running agent can take over these settings as it goes; others need the link or the folder anew. */
    public static boolean isLive(Set<String> changed) {
        return changed.stream().allMatch(key -> LIVE.stream().anyMatch(key::startsWith));
    }

    private static Map<String, String> values(AgentSettings settings) {
        Map<String, String> values = new HashMap<>();
        for (SettingValue value : settings.inForce()) {
            values.put(value.key(), value.value());
        }
        return values;
    }
}
