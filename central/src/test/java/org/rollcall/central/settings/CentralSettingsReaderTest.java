package org.rollcall.central.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.central.access.Who;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.settings.Problem;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.TomlSource;

class CentralSettingsReaderTest {
    @TempDir
    Path folder;

    private final Problems problems = new Problems(Locale.ENGLISH);

    @Test
    void aDomainIsEnoughToStart() throws Exception {
        CentralSettings settings = read("xmpp = { domain = 'iut.rdz', password = 'x' }");
        assertEquals(List.of(), problems.all());
        assertEquals("windows", settings.xmpp().user());
        assertEquals("central", settings.xmpp().resource());
        assertEquals(
                "jdbc:sqlite:" + folder.resolve("state/central.db"),
                settings.store().url());
        assertEquals(new HostAndPort("127.0.0.1", 8080), settings.web().listen());
        assertEquals(Set.of("xmpp"), settings.web().signIn());
        assertEquals("iut.rdz", settings.park().domain());
        assertNull(settings.directory());
        assertEquals(Duration.ofDays(180), settings.history().keep());
        assertTrue(settings.history().hideStaffProcesses());
        assertEquals(Optional.empty(), settings.grants().anywhere(Who.of("admin@iut.rdz")));
    }

    @Test
    void rolesAreForAllOrForNamedRooms() throws Exception {
        CentralSettings settings = read("""
                xmpp = { domain = "iut.rdz", password = "x" }
                [web]
                sign-in = ["header"]
                trusted-proxies = ["127.0.0.1"]
                [access]
                viewers = ["group:Teachers", "prof"]
                admins = ["admin@iut.rdz", "prof"]
                [access.rooms.A201]
                operators = ["keeper"]
                """);
        assertEquals(List.of(), problems.all());
        assertEquals(Optional.of(Role.ADMIN), settings.grants().everywhere(Who.of("prof")));
        assertEquals(Optional.of(Role.OPERATOR), settings.grants().in("A201", Who.of("keeper")));
        assertEquals(Optional.empty(), settings.grants().in("A202", Who.of("keeper")));
        assertEquals(Set.of("teachers"), settings.grants().groups());
    }

    @Test
    void groupsThatNobodyWouldBeKnownToBeInAreSaid() throws Exception {
        String access = """
                xmpp = { domain = "iut.rdz", password = "x" }
                [access.rooms.A201]
                viewers = ["group:Teachers"]
                """;
        read(access);
        assertEquals(1, problems.all().size(), problems.all().toString());
        assertFalse(problems.fatal());
        assertTrue(problems.all().get(0).toString().contains("group:teachers has a role"), problems.all() + "");

        Problems none = new Problems(Locale.ENGLISH);
        CentralSettings settings = read(access + """
                [directory]
                url = "ldaps://dc1.iut.rdz"
                base = "dc=iut,dc=rdz"
                principal-attribute = "userPrincipalName"
                nested-groups = true
                xmpp-accounts = true
                """, none);
        assertEquals(List.of(), none.all());
        assertTrue(settings.directory().xmppAccounts());
        assertTrue(settings.directory().nestedGroups());
        assertEquals("userPrincipalName", settings.directory().principalAttribute());
    }

    @Test
    void nineMistakesAreNineComplaintsAtOnce() throws Exception {
        read("""
                xmpp = { domain = "iut.rdz", password = "x" }
                [store]
                url = "jdbc:postgresql://db/rollcall?password=secret"
                [web]
                listen = "8080"
                certificate-file = "nowhere.pem"
                sign-in = ["guess"]
                [park]
                rule = "[A-Z]+"
                [directory]
                url = "ldaps://dc1.iut.rdz"
                [access]
                viewers = ["a b"]
                [histori]
                keep = "1d"
                """);
        List<String> said = problems.all().stream().map(Problem::toString).toList();
        assertEquals(9, said.size(), String.join("\n", said));
        assertTrue(said.stream().noneMatch(line -> line.contains("secret")), "no password in a complaint");
        assertTrue(said.stream().anyMatch(line -> line.contains("web.key-file")));
        assertTrue(said.stream().anyMatch(line -> line.contains("directory.base")));
    }

    @Test
    void whoManagesAccountsIsNotWhoAsksForThem() throws Exception {
        Path password = Files.writeString(folder.resolve("enroller"), "secret");
        Files.setPosixFilePermissions(password, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        String start =
                "xmpp = { domain = 'iut.rdz', password = 'x' }\n[enrol]\nadmin-password-file = '" + password + "'\n";
        CentralSettings settings = read(start + "account = 'enrol@iut.rdz'\nadmin-user = 'enroller'");
        assertEquals(List.of(), problems.all());
        assertEquals("enroller@iut.rdz", settings.enrolment().admin().toString());
        assertEquals("enrol@iut.rdz", settings.enrolment().account().toString());
        read(start + "account = 'windows@iut.rdz'\nadmin-user = 'windows@iut.rdz'");
        assertEquals(3, problems.all().size(), problems.all().toString());
        read(start + "account = 'enrol@iut.rdz'");
        assertTrue(
                problems.all().get(3).toString().contains("enrol.admin-user"),
                problems.all().toString());
    }

    @Test
    void aDirectoryThatCannotWorkIsToldBeforeItIsAsked() throws Exception {
        read("""
                xmpp = { domain = "iut.rdz", password = "x" }
                [web]
                sign-in = ["directory", "header"]
                [directory]
                url = "ldap://dc1.iut.rdz"
                base = "iut.rdz"
                people-filter = "objectClass=person)"
                """);

        List<String> said = problems.all().stream().map(Problem::toString).toList();
        assertEquals(4, said.size(), String.join("\n", said));
        assertTrue(said.stream().anyMatch(line -> line.contains("web.trusted-proxies is not set")));
        assertTrue(said.stream().anyMatch(line -> line.contains("directory.start-tls")));
        assertTrue(said.stream().anyMatch(line -> line.contains("directory.base is not a distinguished name")));
        assertTrue(said.stream().anyMatch(line -> line.contains("directory.people-filter is not an LDAP filter")));
    }

    @Test
    void everySettingIsExplainedInBothLanguages() {
        String bundle = CentralKeys.class.getPackageName() + ".messages";
        Set<String> english = ResourceBundle.getBundle(bundle, Locale.ROOT).keySet();
        ResourceBundle french = ResourceBundle.getBundle(bundle, Locale.FRENCH);
        assertEquals(english, french.keySet());
        CentralKeys.ALL.stream()
                .filter(setting -> setting.owner() == CentralKeys.class)
                .forEach(setting -> assertTrue(english.contains("setting." + setting.key()), setting.key()));
    }

    private CentralSettings read(String toml) throws Exception {
        return read(toml, problems);
    }

    private CentralSettings read(String toml, Problems problems) throws Exception {
        Path file = Files.writeString(folder.resolve("central.toml"), toml);
        file.toFile().setReadable(false, false);
        file.toFile().setReadable(true, true);
        return new CentralSettingsReader(folder.resolve("state")).read(List.of(new TomlSource(file)), problems);
    }
}
