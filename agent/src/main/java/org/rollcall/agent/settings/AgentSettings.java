package org.rollcall.agent.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jxmpp.jid.BareJid;
import org.rollcall.xmpp.command.Access;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.settings.SettingValue;
import org.rollcall.xmpp.settings.XmppSettings;

/**
 * Everything an agent can be told.
 *
 * @param central the central JID's bare form; null: the agent announces to nobody and keeps its journal
 * @param enrol how to come by an account's password where {@code xmpp} has none; null: by no way
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
        Enrol enrol,
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

    /**
     * How machines without an account of their own come by one.
     *
     * @param user the account that they sign in as, to ask central; null: they register at the server, by invitation
     * @param secret that account's password, or what the file with invitations holds: read anew at each call, from a
     *     share that may be slow or away; throws {@link java.io.UncheckedIOException} with one clear sentence; null:
     *     there is none, as it was deleted once enrolled
     */
    public record Enrol(String user, Supplier<char[]> secret) {
        public boolean byInvitation() {
            return user == null;
        }
    }

    /** Those of an agent that has its password, or is a test's. */
    public AgentSettings(
            XmppSettings xmpp,
            BareJid central,
            Access access,
            Path dataDir,
            Duration idleAfter,
            Duration pollEvery,
            Map<String, Program> run,
            List<SettingValue> inForce) {
        this(xmpp, central, access, dataDir, idleAfter, pollEvery, null, run, inForce);
    }

    public AgentSettings {
        run = Map.copyOf(run);
        inForce = List.copyOf(inForce);
    }
}
