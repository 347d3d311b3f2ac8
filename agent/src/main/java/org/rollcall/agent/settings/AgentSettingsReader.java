package org.rollcall.agent.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rollcall.agent.settings.AgentSettings.Enrol;
import org.rollcall.agent.settings.AgentSettings.Program;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.Setting;
import org.rollcall.xmpp.settings.SettingsReader;
import org.rollcall.xmpp.settings.Source;
import org.rollcall.xmpp.settings.StateFolder;
import org.rollcall.xmpp.settings.Values;
import org.rollcall.xmpp.settings.XmppKeys;
import org.rollcall.xmpp.settings.XmppSettings;
import org.rollcall.xmpp.settings.XmppSettingsReader;
import org.rollcall.xmpp.text.MachineName;

/** Makes {@link AgentSettings} of files, environment and command line. */
public final class AgentSettingsReader {
    private final String computerName;
    private final Map<String, String> environment;

    /**
     * @param computerName whose account is the default
     * @param environment for the default of the data folder, as {@link System#getenv()}
     */
    public AgentSettingsReader(String computerName, Map<String, String> environment) {
        this.computerName = computerName;
        this.environment = Map.copyOf(environment);
    }

    /** The result is to be used only when no problem is {@linkplain Problems#fatal fatal}; else values may be null. */
    public AgentSettings read(List<Source> weakestFirst, Problems problems) {
        Map<Setting<?>, String> computed = Map.of(
                XmppKeys.USER, MachineName.localpart(computerName),
                XmppKeys.RESOURCE, "agent",
                AgentKeys.DATA_DIR, StateFolder.of(environment).toString());
        Values values =
                new SettingsReader(AgentKeys.ALL, computed, Set.of(XmppKeys.DOMAIN)).read(weakestFirst, problems);
        Enrol enrol = EnrolReader.read(values, problems);
        boolean passwordElsewhere = enrol != null || EnrolReader.enrolledBefore(values);
        XmppSettings xmpp = XmppSettingsReader.read(values, problems, passwordElsewhere);
        return new AgentSettings(
                xmpp,
                values.get(AgentKeys.CENTRAL_JID),
                AccessReader.read(values, problems),
                values.get(AgentKeys.DATA_DIR),
                values.get(AgentKeys.IDLE_AFTER),
                values.get(AgentKeys.POLL_EVERY),
                enrol,
                programs(values, problems),
                values.inForce());
    }

    private static Map<String, Program> programs(Values values, Problems problems) {
        Map<String, Program> programs = new HashMap<>();
        for (String name : values.names(AgentKeys.RUN_ROLE)) {
            List<String> commandLine = values.get(AgentKeys.RUN_PROGRAM, name);
            if (commandLine != null) {
                programs.put(
                        name,
                        new Program(
                                commandLine,
                                values.get(AgentKeys.RUN_ROLE, name),
                                values.get(AgentKeys.RUN_TIMEOUT, name)));
            } else if (!values.tried(AgentKeys.RUN_PROGRAM.keyFor(name))) {
                String key = AgentKeys.RUN_PROGRAM.keyFor(name);
                boolean fatal = values.strict(AgentKeys.RUN_ROLE.keyFor(name))
                        && values.strict(AgentKeys.RUN_TIMEOUT.keyFor(name));
                problems.add(fatal, "", "setting.missing", key, AgentKeys.RUN_PROGRAM.help(problems.locale()));
            }
        }
        return programs;
    }
}
