package org.rollcall.agent.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jxmpp.jid.BareJid;
import org.rollcall.xmpp.command.Access;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.settings.SettingValue;
import org.rollcall.xmpp.settings.XmppSettings;

/**
 * Everything an agent can be told.
 *
 * @param central the central JID's bare form; null: the agent announces to nobody and keeps its journal
 * @param run the programs that the {@code run} command may start, by name
 * @param inForce every value above with its source, for {@code check-config} and the {@code settings} command
 */
public record AgentSettings(
        XmppSettings xmpp,
        BareJid central,
        Access access,
        Path dataDir,
        Duration idleAfter,
        Duration pollEvery,
        Map<String, Program> run,
        List<SettingValue> inForce) {

    /**
     * A program that may be started.
     *
     * @param commandLine the absolute path and its arguments; nothing is ever added
     */
    public record Program(List<String> commandLine, Role role, Duration timeout) {
        public Program {
            commandLine = List.copyOf(commandLine);
        }
    }

    public AgentSettings {
        run = Map.copyOf(run);
        inForce = List.copyOf(inForce);
    }
}
