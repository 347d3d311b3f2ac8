package org.rollcall.agent.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jxmpp.jid.BareJid;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.settings.FileTypes;
import org.rollcall.xmpp.settings.JidTypes;
import org.rollcall.xmpp.settings.Setting;
import org.rollcall.xmpp.settings.Types;
import org.rollcall.xmpp.settings.ValueType;
import org.rollcall.xmpp.settings.XmppKeys;

/** Every key of {@code agent.toml}. */
public final class AgentKeys {
    private static final ValueType<List<BareJid>> PEOPLE = Types.list(JidTypes.ACCOUNT_OR_DOMAIN);

    public static final Setting<BareJid> CENTRAL_JID = key("central.jid", JidTypes.ACCOUNT);
    public static final Setting<Role> CENTRAL_ROLE =
            key("central.role", JidTypes.ROLE).orElse("viewer");
    public static final Setting<List<BareJid>> VIEWERS =
            key("access.viewers", PEOPLE).orElse("");
    public static final Setting<List<BareJid>> OPERATORS =
            key("access.operators", PEOPLE).orElse("");
    public static final Setting<List<BareJid>> ADMINS =
            key("access.admins", PEOPLE).orElse("");
    public static final Setting<Pattern> MACHINES = key("access.machines", Types.PATTERN);
    public static final Setting<Path> DATA_DIR = key("agent.data-dir", FileTypes.PATH);
    public static final Setting<Duration> IDLE_AFTER = key(
                    "agent.idle-after", Types.duration(Duration.ofSeconds(10), Duration.ofDays(1)))
            .orElse("5m");
    public static final Setting<Duration> POLL_EVERY = key(
                    "agent.poll-every", Types.duration(Duration.ofMillis(500), Duration.ofMinutes(10)))
            .orElse("5s");
    /** The account that machines without an account of their own sign in as, to ask central for one. */
    public static final Setting<String> ENROL_USER = key("enrol.user", JidTypes.USER);
    /** Not checked when it is read: it lies on a share that may not be reachable yet. */
    public static final Setting<Path> ENROL_SECRET_FILE = key("enrol.secret-file", FileTypes.PATH);

    public static final Setting<String> ENROL_SECRET =
            key("enrol.secret", Types.TEXT).asSecret();
    /** Neither: it lies on a share as well. */
    public static final Setting<Path> ENROL_INVITATION_FILE = key("enrol.invitation-file", FileTypes.PATH);

    public static final Setting<List<String>> RUN_PROGRAM = key("run.*.program", CommandLineType.COMMAND_LINE);
    public static final Setting<Role> RUN_ROLE =
            key("run.*.role", JidTypes.ROLE).orElse("admin");
    public static final Setting<Duration> RUN_TIMEOUT = key(
                    "run.*.timeout", Types.duration(Duration.ofSeconds(1), Duration.ofHours(1)))
            .orElse("1m");

    /** All of them, in the order in which they are shown. */
    public static final List<Setting<?>> ALL = all();

    private AgentKeys() {}

    private static <T> Setting<T> key(String key, ValueType<T> type) {
        return Setting.of(AgentKeys.class, key, type);
    }

    private static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(XmppKeys.ALL);
        all.addAll(List.of(
                CENTRAL_JID,
                CENTRAL_ROLE,
                VIEWERS,
                OPERATORS,
                ADMINS,
                MACHINES,
                DATA_DIR,
                IDLE_AFTER,
                POLL_EVERY,
                ENROL_USER,
                ENROL_SECRET_FILE,
                ENROL_SECRET,
                ENROL_INVITATION_FILE,
                RUN_PROGRAM,
                RUN_ROLE,
                RUN_TIMEOUT));
        return List.copyOf(all);
    }
}
