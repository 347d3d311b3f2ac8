package org.rollcall.cli.provision;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.central.park.Place;
import org.rollcall.central.park.Room;
import org.rollcall.cli.provision.OutputFile.Kind;
import org.rollcall.xmpp.text.MachineName;

/** Prosody's settings, its file of groups, and a script that makes accounts. */
final class ProsodyFiles implements ServerFiles {
    private static final String GROUPS_OFF = "-- groups_file = \"/etc/prosody/sharedgroups.txt\"";
    private static final String MODULE = "mod_rollcall_enrol.lua";
    /** What the template has behind dashes, and a site where PCs enrol wants. */
    private static final List<String> ENROLMENT =
            List.of("\"rollcall_enrol\";", "plugin_paths = ", "rollcall_enrol_account", "rollcall_enrol_central");

    @Override
    public List<OutputFile> of(Plan plan, List<Account> accounts) {
        ServerTemplate settings = new ServerTemplate("prosody.cfg.lua").of(plan);
        settings.put("admins = { }", "admins = { \"" + Plan.ENROLLER + "@" + plan.domain() + "\" }");
        for (String line : ENROLMENT) {
            settings.put("-- " + line, line);
        }
        List<OutputFile> files = new ArrayList<>();
        if (!plan.rooms().isEmpty()) {
            settings.put(GROUPS_OFF, GROUPS_OFF.substring(3));
            files.add(new OutputFile("sharedgroups.txt", groups(plan), Kind.PLAIN));
        }
        files.add(0, new OutputFile("prosody.cfg.lua", settings.toString(), Kind.PLAIN));
        files.add(new OutputFile(MODULE, new ServerTemplate(MODULE).of(plan).toString(), Kind.PLAIN));
        files.add(new OutputFile(
                "accounts.sh",
                new ServerTemplate("prosody-accounts.sh").of(plan).toString(),
                Kind.PROGRAM));
        return files;
    }

    /**
     * A group for each machine, with central in it: all members of a group see one another, and machines have nothing to
     * tell each other.
     */
    private static String groups(Plan plan) {
        StringBuilder text = new StringBuilder();
        for (Room room : plan.rooms()) {
            for (Place place : room.places()) {
                String account = MachineName.localpart(place.machine());
                text.append('[')
                        .append(name(room))
                        .append(' ')
                        .append(place.machine())
                        .append("]\n");
                text.append(plan.central()).append('@').append(plan.domain()).append("=Central\n");
                text.append(account)
                        .append('@')
                        .append(plan.domain())
                        .append('=')
                        .append(place.machine());
                text.append("\n\n");
            }
        }
        return text.toString();
    }

    /** Without what ends a section's name or line. */
    private static String name(Room room) {
        return room.name().replaceAll("[\\[\\]\\r\\n]", "_");
    }
}
