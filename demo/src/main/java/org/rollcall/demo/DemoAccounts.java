package org.rollcall.demo;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.demo.simulated.Seat;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.xmpp.command.Access;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.settings.SettingValue;
import org.rollcall.xmpp.settings.XmppSettings;
import org.rollcall.xmpp.text.MachineName;

/**
 * Who has an account in the demo, and with which settings it signs in. Passwords are made anew each time: one for all
 * machines and central, one that people can type.
 */
final class DemoAccounts {
    static final String DOMAIN = "demo.rollcall";
    static final String CENTRAL = "windows";
    static final String ADMIN = "admin";
    /** What a new PC signs in as, and what central adds its account as. */
    private static final String ENROL = "enrol";

    private static final String ENROLLER = "enroller";
    /** Operator of one room. */
    static final String TEACHER = "teacher";
    /** None that look alike. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int TYPED_LETTERS = 12;
    private static final Duration IDLE_AFTER = Duration.ofMinutes(5);
    private static final Duration POLL_EVERY = Duration.ofSeconds(5);

    private final String password;
    private final String typedPassword;
    private LoopbackServer server;

    DemoAccounts() {
        SecureRandom random = new SecureRandom();
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        password = HexFormat.of().formatHex(bytes);
        typedPassword = random.ints(TYPED_LETTERS, 0, LETTERS.length())
                .mapToObj(letter -> LETTERS.substring(letter, letter + 1))
                .collect(Collectors.joining());
    }

    /** What people sign in with. */
    String typedPassword() {
        return typedPassword;
    }

    LoopbackServer.Builder serverWith(List<String> machines) {
        LoopbackServer.Builder builder = LoopbackServer.builder()
                .domain(DOMAIN)
                .admin(ADMIN, typedPassword)
                .account(TEACHER, typedPassword)
                .admin(ENROLLER, password)
                .account(ENROL, password)
                .account(CENTRAL, password)
                // As a site with many PCs does it: by the server's shared groups, with no subscription to ask for.
                .everybodySharedWith(CENTRAL)
                .everybodySharedWith(ADMIN);
        machines.forEach(machine -> builder.account(machine, password));
        return builder;
    }

    void on(LoopbackServer running) {
        server = running;
    }

    XmppSettings xmpp(String user, String resource) {
        return xmpp(user, resource, password::toCharArray);
    }

    /** @param ownPassword null: it has none yet */
    private XmppSettings xmpp(String user, String resource, Supplier<char[]> ownPassword) {
        return new XmppSettings(
                DOMAIN,
                server.host(),
                server.port(),
                user,
                ownPassword,
                resource,
                null,
                server.certificateSha256(),
                null,
                null,
                false);
    }

    /** As a site's central has them, for PCs that come by their accounts by themselves. */
    CentralSettings.Enrolment enrolment() {
        EntityBareJid administrator = jid(ENROLLER).asEntityBareJidOrThrow();
        return new CentralSettings.Enrolment(jid(ENROL), administrator, password::toCharArray);
    }

    /** @param role what the demo's administrator may do there */
    AgentSettings agent(String user, Path dataDir, Role role) {
        return agent(xmpp(user, "agent"), null, dataDir, role);
    }

    /** Of a PC without an account. */
    AgentSettings newcomer(String user, Path dataDir) {
        AgentSettings.Enrol enrol = new AgentSettings.Enrol(ENROL, password::toCharArray);
        return agent(xmpp(user, "agent", null), enrol, dataDir, Role.ADMIN);
    }

    private AgentSettings agent(XmppSettings xmpp, AgentSettings.Enrol enrol, Path dataDir, Role role) {
        BareJid central = jid(CENTRAL);
        Access access = new Access(Map.of(central, Role.VIEWER, jid(ADMIN), role), Map.of(), null, central);
        List<SettingValue> inForce = List.of(
                new SettingValue("xmpp.domain", DOMAIN, "rollcall demo"),
                new SettingValue("xmpp.user", xmpp.user(), "rollcall demo"),
                new SettingValue("central.jid", central.toString(), "rollcall demo"));
        return new AgentSettings(xmpp, central, access, dataDir, IDLE_AFTER, POLL_EVERY, enrol, Map.of(), inForce);
    }

    /** What the {@code rollcall} command needs to ask this demo's machines. */
    String cliToml() {
        return String.join(
                "\n",
                "# Written by rollcall demo, and removed when it ends.",
                "[xmpp]",
                "domain = \"" + DOMAIN + "\"",
                "host = \"" + server.host() + "\"",
                "port = " + server.port(),
                "user = \"" + ADMIN + "\"",
                "password = \"" + typedPassword + "\"",
                "certificate-sha256 = \"" + server.certificateSha256() + "\"",
                "[central]",
                "jid = \"" + jid(CENTRAL) + "\"",
                "");
    }

    static BareJid jid(Seat seat) {
        return jid(MachineName.localpart(seat.machine()));
    }

    static BareJid jid(String user) {
        return JidCreate.bareFromOrThrowUnchecked(user + "@" + DOMAIN);
    }
}
