package org.rollcall.central.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.rollcall.central.access.Grants;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.Setting;
import org.rollcall.xmpp.settings.Values;

/** Makes {@link Grants} of {@code [access]} and {@code [access.rooms.NAME]}; who is named twice has the greater role. */
final class AccessReader {
    private static final Pattern NAME = Pattern.compile("group:.+|[^\\s@/:]+(@[^\\s@/]+)?");

    private AccessReader() {}

    static Grants read(Values values, Problems problems) {
        Map<String, Role> everywhere = new HashMap<>();
        add(everywhere, values, problems, CentralKeys.VIEWERS, null, Role.VIEWER);
        add(everywhere, values, problems, CentralKeys.OPERATORS, null, Role.OPERATOR);
        add(everywhere, values, problems, CentralKeys.ADMINS, null, Role.ADMIN);
        Map<String, Map<String, Role>> rooms = new HashMap<>();
        Set<String> named = new TreeSet<>();
        for (Setting<?> setting :
                List.of(CentralKeys.ROOM_VIEWERS, CentralKeys.ROOM_OPERATORS, CentralKeys.ROOM_ADMINS)) {
            named.addAll(values.names(setting));
        }
        for (String room : named) {
            Map<String, Role> here = rooms.computeIfAbsent(room, name -> new HashMap<>());
            add(here, values, problems, CentralKeys.ROOM_VIEWERS, room, Role.VIEWER);
            add(here, values, problems, CentralKeys.ROOM_OPERATORS, room, Role.OPERATOR);
            add(here, values, problems, CentralKeys.ROOM_ADMINS, room, Role.ADMIN);
        }
        return new Grants(everywhere, rooms);
    }

    private static void add(
            Map<String, Role> roles,
            Values values,
            Problems problems,
            Setting<List<String>> setting,
            String room,
            Role role) {
        String key = room == null ? setting.key() : setting.keyFor(room);
        List<String> names = room == null ? values.get(setting) : values.get(setting, room);
        for (String name : names == null ? new ArrayList<String>() : names) {
            if (NAME.matcher(name).matches()) {
                roles.merge(name.toLowerCase(Locale.ROOT), role, (a, b) -> a.covers(b) ? a : b);
            } else {
                problems.error(values.where(key), "access.name", key, name);
            }
        }
    }
}
