package org.rollcall.agent.settings.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rollcall.agent.settings.windows.WindowsSources.ENROLMENT;
import static org.rollcall.agent.settings.windows.WindowsSources.INSTALLED;
import static org.rollcall.agent.settings.windows.WindowsSources.POLICIES;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.agent.host.windows.registry.PolicySection;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.agent.settings.AgentSettingsReader;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.settings.Problem;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.SettingValue;

class RegistrySettingsTest {
    @TempDir
    Path data;

    private final FakeRegistry registry = new FakeRegistry();
    private final Map<String, String> environment = new HashMap<>(Map.of("ProgramFiles", "/opt"));
    private LastGood lastGood;
    private Problems problems;

    @BeforeEach
    void theLeastThatWorks() {
        registry.text(INSTALLED, "xmpp.domain", "iut.rdz");
        environment.put("ROLLCALL_XMPP_PASSWORD", "secret");
        lastGood = LastGood.in(data);
    }

    @Test
    void everyTypeIsUnderstood() {
        registry.expanding(INSTALLED, "agent.data-dir", "%PROGRAMFILES%/rollcall/%unknown%")
                .number(POLICIES, "xmpp.port", 5223)
                .number(POLICIES, "xmpp.allow-plain", 1)
                .texts(POLICIES, "access.viewers", "a@iut.rdz", " ", "b@iut.rdz")
                .texts(POLICIES, "run.gpupdate.program", "C:\\Windows\\System32\\gpupdate.exe", "/force")
                .text(POLICIES, "run.gpupdate.role", "operator")
                .put(POLICIES, "xmpp.host", 1, FakeRegistry.utf16("xmpp.iut.rdz"));

        AgentSettings settings = read();

        assertEquals(List.of(), problems.all());
        assertEquals("iut.rdz", settings.xmpp().domain());
        assertEquals(Path.of("/opt/rollcall/%unknown%"), settings.dataDir());
        assertEquals(5223, settings.xmpp().port());
        assertTrue(settings.xmpp().allowPlain());
        assertEquals("a@iut.rdz, b@iut.rdz", value("access.viewers", settings));
        assertEquals(Role.OPERATOR, settings.run().get("gpupdate").role());
        assertEquals("xmpp.iut.rdz", settings.xmpp().host(), "a text without the NUL at its end");
    }

    @Test
    void theStrongerSourceWins() throws Exception {
        Files.writeString(
                data.resolve("agent.toml"), "[xmpp]\ndomain = 'file.rdz'\nport = 1\n[agent]\nidle-after='1m'");
        registry.number(INSTALLED, "xmpp.port", 2).number(POLICIES, "xmpp.port", 3);
        environment.put("ROLLCALL_XMPP_HOST", "from environment");
        registry.text(POLICIES, "xmpp.host", "from policy");

        AgentSettings settings = read();

        assertEquals("iut.rdz", settings.xmpp().domain());
        assertEquals(3, settings.xmpp().port());
        assertEquals(Duration.ofMinutes(1), settings.idleAfter());
        assertEquals("from environment", settings.xmpp().host());
        assertEquals("HKLM\\SOFTWARE\\Policies\\Rollcall", source("xmpp.port", settings));
        registry.delete(POLICIES, "xmpp.port");
        assertEquals(2, read().xmpp().port());
    }

    @Test
    void whatANewerTemplateSaysDoesNotStopAnOlderAgent() {
        registry.text(POLICIES, "agent.idle-aftr", "5m")
                .text(POLICIES, "agent.teleport", "x")
                .text(POLICIES, "agent.poll-every", "often")
                .put(POLICIES, "xmpp.port", 11, new byte[8])
                .put(POLICIES, "xmpp.host", 1, null);

        AgentSettings settings = read();

        assertFalse(problems.fatal());
        assertEquals(
                List.of(
                        "HKLM\\SOFTWARE\\Policies\\Rollcall: agent.poll-every must be a number and a unit in quotes,"
                                + " such as \"30s\", \"5m\", \"2h\" or \"1d\", from 500ms to 10m.",
                        "HKLM\\SOFTWARE\\Policies\\Rollcall: xmpp.port is of a registry type that settings do not"
                                + " have: use REG_SZ, REG_EXPAND_SZ, REG_MULTI_SZ or REG_DWORD.",
                        "HKLM\\SOFTWARE\\Policies\\Rollcall: xmpp.host is larger than any setting.",
                        "HKLM\\SOFTWARE\\Policies\\Rollcall: agent.idle-aftr is not a setting; did you mean"
                                + " agent.idle-after?",
                        "HKLM\\SOFTWARE\\Policies\\Rollcall: agent.teleport is not a setting; see docs/settings.md"
                                + " for the list."),
                said());
        assertEquals(Duration.ofSeconds(5), settings.pollEvery());
        assertEquals(5222, settings.xmpp().port());
        assertNull(settings.xmpp().host());
    }

    @Test
    void theLastGoodValueStaysAlsoAfterARestart() {
        registry.text(POLICIES, "agent.poll-every", "10s").texts(POLICIES, "access.admins", "a@iut.rdz");
        assertEquals(Duration.ofSeconds(10), read().pollEvery());

        registry.text(POLICIES, "agent.poll-every", "often").texts(POLICIES, "access.admins", "not one");
        assertEquals(Duration.ofSeconds(10), read().pollEvery());
        lastGood = LastGood.in(data);
        AgentSettings settings = read();

        assertEquals(Duration.ofSeconds(10), settings.pollEvery());
        assertEquals("a@iut.rdz", value("access.admins", settings));
        assertEquals("HKLM\\SOFTWARE\\Policies\\Rollcall (last good value)", source("access.admins", settings));
        assertTrue(said().contains(
                        "HKLM\\SOFTWARE\\Policies\\Rollcall: agent.poll-every: its last good value, \"10s\", stays."));
    }

    @Test
    void whatPolicyTakesAwayIsGone() {
        registry.text(POLICIES, "agent.poll-every", "10s");
        read();
        registry.delete(POLICIES, "agent.poll-every");

        assertEquals(Duration.ofSeconds(5), read().pollEvery());
        registry.text(POLICIES, "agent.poll-every", "often");
        assertEquals(Duration.ofSeconds(5), read().pollEvery(), "it was good before it was taken away, not after");
    }

    @Test
    void aKeyThatCannotBeReadKeepsItsLastValues() {
        registry.texts(POLICIES, "access.viewers", "a@iut.rdz").number(POLICIES, "xmpp.port", 5223);
        read();
        registry.unreadable(POLICIES);

        AgentSettings settings = read();

        assertEquals(5223, settings.xmpp().port());
        assertEquals("a@iut.rdz", value("access.viewers", settings));
        assertEquals(
                List.of("HKLM\\SOFTWARE\\Policies\\Rollcall: cannot be read (access denied): what was read there last"
                        + " stays."),
                said());
    }

    @Test
    void aSecretCountsOnlyWhereAdministratorsAloneCanReadItAndIsNeverKept() throws Exception {
        environment.remove("ROLLCALL_XMPP_PASSWORD");
        registry.text(POLICIES, "enrol.secret", "hunter1")
                .text(INSTALLED, "xmpp.password", "hunter2")
                .text(ENROLMENT, "enrol.secret", "hunter3")
                .text(ENROLMENT, "xmpp.password", "hunter4");

        AgentSettings settings = read();

        assertEquals("hunter4", new String(settings.xmpp().password().get()));
        assertEquals("HKLM\\SOFTWARE\\Rollcall\\Enrolment", source("enrol.secret", settings));
        assertEquals(2, problems.all().size());
        assertTrue(said().get(0).contains("HKLM\\SOFTWARE\\Rollcall: xmpp.password must not stand here"));
        assertFalse(settings.inForce().toString().contains("hunter"));
        assertFalse(said().toString().contains("hunter"));
        assertFalse(Files.readString(data.resolve("settings.last-good")).contains("hunter"));
    }

    @Test
    void aBadPasswordFileOrDomainInTheRegistryIsWaitedForAsIfItWereMissing() {
        environment.remove("ROLLCALL_XMPP_PASSWORD");
        registry.text(INSTALLED, "xmpp.password-file", "/nowhere").text(INSTALLED, "xmpp.domain", "a b");

        read();

        assertTrue(problems.fatal());
        assertTrue(said().toString().contains("xmpp.domain is not set"), said().toString());
        assertTrue(said().toString().contains("no password is set"), said().toString());
    }

    @Test
    void whatDoesNotFitTogetherIsAWarningToo() throws Exception {
        Path ca = Files.writeString(data.resolve("ca.pem"), "x");
        registry.text(POLICIES, "xmpp.ca-file", ca.toString())
                .text(POLICIES, "xmpp.certificate-sha256", "ab".repeat(32))
                .texts(POLICIES, "access.viewers", "iut.rdz")
                .text(POLICIES, "run.list.role", "viewer");

        AgentSettings settings = read();

        assertFalse(problems.fatal());
        assertEquals(3, problems.all().size());
        assertNull(settings.xmpp().caFile(), "the fingerprint is the narrower");
        assertTrue(settings.access().domains().isEmpty());
        assertTrue(settings.run().isEmpty());
    }

    @Test
    void aPolicysFingerprintReplacesTheInstallersCaFile() throws Exception {
        Path ca = Files.writeString(data.resolve("ca.pem"), "x");
        registry.text(INSTALLED, "xmpp.ca-file", ca.toString())
                .text(POLICIES, "xmpp.certificate-sha256", "ab".repeat(32));

        AgentSettings settings = read();

        assertEquals(List.of(), problems.all());
        assertNull(settings.xmpp().caFile());
        assertEquals(95, settings.xmpp().certificateSha256().length());
    }

    @Test
    void anEmptyTextIsNothingButAnEmptyListIsNobody() {
        registry.text(INSTALLED, "xmpp.host", "")
                .texts(INSTALLED, "access.viewers", "a@iut.rdz")
                .text(POLICIES, "access.viewers", "")
                .texts(INSTALLED, "access.admins", "a@iut.rdz")
                .put(POLICIES, "access.admins", 7, new byte[2]);

        AgentSettings settings = read();

        assertEquals(List.of(), problems.all());
        assertNull(settings.xmpp().host());
        assertEquals("", value("access.viewers", settings));
        assertEquals("", value("access.admins", settings));
    }

    private AgentSettings read() {
        problems = new Problems(Locale.ENGLISH);
        WindowsSources sources = new WindowsSources(registry, PolicySection.none(), lastGood, data, environment);
        return new AgentSettingsReader("A201B7", environment).read(sources.get(), problems);
    }

    private List<String> said() {
        return problems.all().stream().map(Problem::toString).toList();
    }

    private static String value(String key, AgentSettings settings) {
        return find(key, settings).value();
    }

    private static String source(String key, AgentSettings settings) {
        return find(key, settings).source();
    }

    private static SettingValue find(String key, AgentSettings settings) {
        return settings.inForce().stream()
                .filter(v -> v.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
