package org.rollcall.agent.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.agent.settings.AgentSettings.Program;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.settings.EnvironmentSource;
import org.rollcall.xmpp.settings.Problem;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.TomlSource;

class AgentSettingsReaderTest {
    @TempDir
    Path folder;

    private boolean passwordInEnvironment = true;
    private final Problems problems = new Problems(Locale.ENGLISH);

    @Test
    void theDefaultsAreTheDesigns() throws Exception {
        AgentSettings settings = read("xmpp.domain = 'iut.rdz'");
        assertEquals(List.of(), problems.all());
        assertEquals("a201b7", settings.xmpp().user());
        assertEquals("agent", settings.xmpp().resource());
        assertEquals(5222, settings.xmpp().port());
        assertNull(settings.xmpp().host());
        assertNull(settings.central());
        assertEquals(Duration.ofMinutes(5), settings.idleAfter());
        assertEquals(Duration.ofSeconds(5), settings.pollEvery());
        assertTrue(settings.dataDir().isAbsolute());
        assertTrue(settings.dataDir().toString().toLowerCase(Locale.ROOT).endsWith("rollcall"));
        assertEquals(Map.of(), settings.run());
        assertEquals(Optional.empty(), settings.access().roleOf(JidCreate.from("windows@iut.rdz/central")));
    }

    @Test
    void everyKeyHasItsPlace() throws Exception {
        AgentSettings settings = read("""
                [xmpp]
                domain = "iut.rdz"
                user = "pc1"
                [central]
                jid = "windows@iut.rdz"
                role = "operator"
                [access]
                viewers = ["salle-a201@iut.rdz", "both@iut.rdz"]
                operators = ["iut.rdz"]
                admins = ["admin@iut.rdz", "both@iut.rdz"]
                machines = 'PC\\d+'
                [agent]
                data-dir = "data"
                idle-after = "1m"
                poll-every = "2s"
                [run.gpupdate]
                program = ['C:\\Windows\\System32\\gpupdate.exe', "/force"]
                role = "operator"
                timeout = "2m"
                [run.up]
                program = ["/usr/bin/uptime"]
                """);
        assertEquals(List.of(), problems.all());
        assertEquals(JidCreate.bareFrom("windows@iut.rdz"), settings.central());
        assertEquals(folder.resolve("data").toAbsolutePath(), settings.dataDir());
        assertEquals(Duration.ofMinutes(1), settings.idleAfter());
        assertEquals(Duration.ofSeconds(2), settings.pollEvery());
        assertEquals(
                new Program(
                        List.of("C:\\Windows\\System32\\gpupdate.exe", "/force"), Role.OPERATOR, Duration.ofMinutes(2)),
                settings.run().get("gpupdate"));
        assertEquals(
                new Program(List.of("/usr/bin/uptime"), Role.ADMIN, Duration.ofMinutes(1)),
                settings.run().get("up"));
        role(settings, "windows@iut.rdz/central", Role.OPERATOR);
        role(settings, "salle-a201@iut.rdz/x", Role.VIEWER);
        role(settings, "both@iut.rdz/x", Role.ADMIN);
        role(settings, "somebody@iut.rdz/x", Role.OPERATOR);
        role(settings, "pc2@iut.rdz/agent", null);
        role(settings, "somebody@elsewhere.org/x", null);
        assertTrue(settings.access().isCentral(JidCreate.from("windows@iut.rdz/central")));
    }

    @Test
    void aWholeDomainIsRefusedWithoutThePatternOfMachines() throws Exception {
        read("""
                xmpp.domain = "iut.rdz"
                access.admins = ["iut.rdz"]
                """);
        assertTrue(only().fatal());
        assertTrue(only().toString().contains("line 2: access.admins names the whole domain iut.rdz"));
    }

    @Test
    void aPatternThatMissesThisMachineIsWarnedOf() throws Exception {
        read("""
                xmpp.domain = "iut.rdz"
                access.machines = "pc.*"
                """);
        assertEquals(false, only().fatal());
        assertTrue(only().sentence().contains("does not match this machine's own account, a201b7"));
    }

    @Test
    void aProgramNeedsAnAbsolutePathInAList() throws Exception {
        read("""
                xmpp.domain = "iut.rdz"
                run.a.program = "/bin/ls -l"
                run.b.program = ["ls"]
                run.c.role = "viewer"
                """);
        assertEquals(
                List.of("run.a.program must be a list", "run.b.program must be a list", "run.c.program is not set"),
                problems.all().stream()
                        .map(p -> p.sentence().replaceAll("(a list|not set).*", "$1"))
                        .toList());
    }

    @Test
    void theEnrolmentAccountHasNoRoleNeitherByItsNameNorByItsDomain() throws Exception {
        AgentSettings settings = read("""
                xmpp.domain = "iut.rdz"
                access.viewers = ["iut.rdz"]
                access.admins = ["enrol@iut.rdz"]
                access.machines = 'a201.*'
                central.jid = "windows@iut.rdz"
                enrol.user = "enrol"
                enrol.secret-file = "secret"
                """);
        assertTrue(only().sentence().startsWith("enrol@iut.rdz is the account with which machines enrol"));
        role(settings, "enrol@iut.rdz/x", null);
        role(settings, "somebody@iut.rdz/x", Role.VIEWER);
        role(settings, "a201b8@iut.rdz/agent", null);
    }

    @Test
    void aMachineWithoutAPasswordNeedsAWayToOne() throws Exception {
        passwordInEnvironment = false;
        read("""
                xmpp.domain = "iut.rdz"
                enrol.user = "enrol"
                """);
        assertEquals(2, problems.all().size());
        assertTrue(problems.all().get(0).sentence().contains("neither enrol.secret-file nor enrol.secret"));
        assertTrue(problems.all().get(1).sentence().contains("but not central.jid"));
    }

    @Test
    void enrolmentIsAWayToAPassword() throws Exception {
        passwordInEnvironment = false;
        AgentSettings settings = read("""
                xmpp.domain = "iut.rdz"
                central.jid = "windows@iut.rdz"
                enrol.user = "enrol"
                enrol.secret = "enrolment-secret"
                """);
        assertEquals(false, problems.fatal());
        assertEquals(null, settings.xmpp().password());
        assertEquals("enrolment-secret", new String(settings.enrol().secret().get()));
    }

    @Test
    void anInvitationIsAWayToAnAccountWithoutCentral() throws Exception {
        passwordInEnvironment = false;
        Path file = Files.writeString(folder.resolve("invitations"), "fh7\n");
        assertTrue(file.toFile().setReadable(false, false) && file.toFile().setReadable(true, true));
        AgentSettings settings = read("""
                xmpp.domain = "iut.rdz"
                enrol.invitation-file = "invitations"
                """);
        assertEquals(List.of(), problems.all());
        assertTrue(settings.enrol().byInvitation());
        assertEquals("fh7", new String(settings.enrol().secret().get()));
    }

    @Test
    void anInvitationBesideAnEnrolmentAccountIsOneTooMany() throws Exception {
        AgentSettings settings = read("""
                xmpp.domain = "iut.rdz"
                central.jid = "windows@iut.rdz"
                enrol.user = "enrol"
                enrol.secret-file = "secret"
                enrol.invitation-file = "invitations"
                """);
        assertTrue(only().sentence().startsWith("enrol.user and enrol.invitation-file are both set"));
        assertEquals("enrol", settings.enrol().user());
    }

    @Test
    void onceEnrolledNeitherSecretNorItsAccountNeedBeThereAnyMore() throws Exception {
        passwordInEnvironment = false;
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/password-1"), "kept");
        read("""
                xmpp.domain = "iut.rdz"
                agent.data-dir = "data"
                """);
        assertEquals(List.of(), problems.all());
    }

    private Problem only() {
        assertEquals(1, problems.all().size(), problems.all().toString());
        return problems.all().get(0);
    }

    private static void role(AgentSettings settings, String jid, Role role) throws Exception {
        assertEquals(Optional.ofNullable(role), settings.access().roleOf(JidCreate.from(jid)), jid);
    }

    private AgentSettings read(String toml) throws Exception {
        Path file = Files.writeString(folder.resolve("agent.toml"), toml);
        Map<String, String> environment = passwordInEnvironment ? Map.of("ROLLCALL_XMPP_PASSWORD", "secret") : Map.of();
        return new AgentSettingsReader("A201B7", environment)
                .read(List.of(new TomlSource(file), new EnvironmentSource(environment)), problems);
    }
}
