package org.rollcall.central.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.central.park.Person;

class DirectoryTest {
    @TempDir
    Path folder;

    private TestDirectory server;
    private Directory directory;

    @BeforeEach
    void start() throws Exception {
        server = new TestDirectory(folder);
        directory = new Directory(server.settings());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everybodyIsReadWithGroupAndStaff() throws DirectoryException {
        assertEquals(
                Set.of(
                        new Person("frederic.barros", "Frédéric Barros", "Enseignant", true),
                        new Person("anne", "Anne Martin", "Enseignant", true),
                        new Person("kevin.marchais", "Kévin Marchais", "LP D2i", false)),
                Set.copyOf(directory.everybody(Set.of()).people()));
    }

    @Test
    void morePeopleThanOnePageAreAllRead() throws Exception {
        for (int i = 0; i < 1200; i++) {
            server.person("student" + i, "Student " + i, "L1");
        }

        assertEquals(1203, directory.everybody(Set.of()).people().size());
    }

    @Test
    void aRightPasswordTellsWhoItIsAndItsGroups() throws DirectoryException {
        Account account = signIn("ANNE", "anne-secret").orElseThrow();

        assertEquals("anne", account.login());
        assertEquals("Anne Martin", account.name());
        assertEquals(Set.of("Teachers"), account.groups());
    }

    @Test
    void groupsAreSearchedWherePeopleDoNotNameThem() throws Exception {
        server.add(
                "dn: cn=licence,dc=iut,dc=rdz",
                "objectClass: groupOfNames",
                "cn: licence",
                "member: cn=kevin.marchais,ou=people,dc=iut,dc=rdz");
        server.add("dn: cn=posix,dc=iut,dc=rdz", "objectClass: posixGroup", "cn: posix", "memberUid: kevin.marchais");

        assertEquals(
                Set.of("licence", "posix"),
                signIn("kevin.marchais", "kevin.marchais-secret").orElseThrow().groups());
    }

    @Test
    void whoIsInTheGroupsAskedForIsReadWithEverybody() throws Exception {
        server.add(
                "dn: cn=licence,dc=iut,dc=rdz",
                "objectClass: groupOfNames",
                "cn: licence",
                "member: CN=kevin.marchais, ou=people,dc=iut,dc=rdz",
                "member: cn=anne,ou=people,dc=iut,dc=rdz");
        server.add("dn: cn=posix,dc=iut,dc=rdz", "objectClass: posixGroup", "cn: posix", "memberUid: kevin.marchais");
        server.add("dn: cn=other,dc=iut,dc=rdz", "objectClass: posixGroup", "cn: other", "memberUid: kevin.marchais");

        assertEquals(
                Map.of(
                        "anne", Set.of("teachers"),
                        "frederic.barros", Set.of("teachers"),
                        "kevin.marchais", Set.of("licence", "posix")),
                directory.everybody(Set.of("TEACHERS", "licence", "posix")).groups(),
                "whoever names groups is in no other, as at the sign-in");
        assertEquals(Map.of(), directory.everybody(Set.of()).groups());
    }

    @Test
    void twoOfOneLoginAreInNoGroup() throws Exception {
        server.add("dn: cn=other,ou=people,dc=iut,dc=rdz", "objectClass: person", "cn: other", "sAMAccountName: Anne");
        server.add("dn: cn=posix,dc=iut,dc=rdz", "objectClass: posixGroup", "cn: posix", "memberUid: anne");

        assertEquals(
                Set.of("frederic.barros"),
                directory.everybody(Set.of("teachers", "posix")).groups().keySet());
    }

    @Test
    void groupsOfGroupsCountWhereTheDirectoryFollowsThem() throws Exception {
        server.person("zoe", "Zoé", "L1", "everyGroup: cn=all,dc=iut,dc=rdz");
        server.add(
                "dn: cn=all,dc=iut,dc=rdz",
                "objectClass: group",
                "cn: all",
                "everyMember: cn=zoe,ou=people,dc=iut,dc=rdz");
        server.add(
                "dn: cn=l1,dc=iut,dc=rdz",
                "objectClass: group",
                "cn: l1",
                "everyMember: cn=zoe,ou=people,dc=iut,dc=rdz");
        directory = new Directory(server.settingsOfActiveDirectory());

        assertEquals(
                Set.of("all", "l1"), signIn("zoe", "zoe-secret").orElseThrow().groups());
        assertEquals(
                Map.of("zoe", Set.of("all"), "anne", Set.of("teachers"), "frederic.barros", Set.of("teachers")),
                directory.everybody(Set.of("ALL", "teachers")).groups());
    }

    @Test
    void aPrincipalNameIsSomebodyToo() throws Exception {
        assertEquals(
                "anne", signIn("Anne@IUT.example", "anne-secret").orElseThrow().login());
        assertEquals(Optional.empty(), signIn("anne@elsewhere.org", "anne-secret"));

        server.add(
                "dn: cn=guest,ou=people,dc=iut,dc=rdz",
                "objectClass: person",
                "cn: guest",
                "userPrincipalName: guest@iut.example",
                "userPassword: guest-secret");
        assertEquals(Optional.empty(), signIn("guest@iut.example", "guest-secret"), "no login, no person");
    }

    @Test
    void whatIsWrongIsRefusedAlike() throws DirectoryException {
        assertEquals(Optional.empty(), signIn("anne", "wrong"));
        assertEquals(Optional.empty(), signIn("nobody", "wrong"));
        assertEquals(2, server.binds.size(), "an unknown login costs as much as a wrong password");
    }

    @Test
    void anEmptyPasswordNeverReachesTheDirectoryWhichWouldLetNobodyIn() throws DirectoryException {
        assertEquals(Optional.empty(), signIn("anne", ""));
        assertEquals(List.of(), server.binds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "ann*", "anne)(cn=*", "*)(objectClass=*", "anne\0", "\\61nne", "anne,ou=people"})
    void aLoginIsNeverPartOfAFilter(String login) throws DirectoryException {
        assertEquals(Optional.empty(), signIn(login, "anne-secret"));
    }

    @Test
    void twoOfOneLoginAreNobody() throws Exception {
        server.add(
                "dn: cn=other,ou=people,dc=iut,dc=rdz",
                "objectClass: person",
                "cn: other",
                "sAMAccountName: anne",
                "userPassword: anne-secret");

        assertEquals(Optional.empty(), signIn("anne", "anne-secret"));
    }

    @Test
    void tlsMayBeStartedOnThePlainPort() throws DirectoryException {
        directory = new Directory(server.settings(server.ldap(), true, "central-secret"));

        assertTrue(signIn("anne", "anne-secret").isPresent());
    }

    @Test
    void theNextServerIsAskedWhenOneIsAway() throws DirectoryException {
        directory = new Directory(server.settings("ldaps://localhost:1 " + server.ldaps(), false, "central-secret"));

        assertTrue(signIn("anne", "anne-secret").isPresent());
    }

    @Test
    void aWrongPasswordOfCentralIsSaidWithoutThePassword() {
        directory = new Directory(server.settings(server.ldaps(), false, "wrong-central-secret"));

        DirectoryException failure = assertThrows(DirectoryException.class, () -> signIn("anne", "anne-secret"));
        assertEquals(
                "the directory, signing in there, refuses directory.bind-dn or its password: check directory.password-file",
                failure.getMessage());
        assertEquals(
                "l'annuaire, où central s'identifie, refuse directory.bind-dn ou son mot de passe :"
                        + " vérifiez directory.password-file",
                failure.told().in(Locale.FRENCH));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCertificateOfAnotherAuthorityIsRefused(boolean fromTheFirstByte) throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        Files.createDirectory(elsewhere);
        try (TestDirectory stranger = new TestDirectory(elsewhere)) {
            String url = fromTheFirstByte ? stranger.ldaps() : stranger.ldap();
            directory = new Directory(server.settings(url, !fromTheFirstByte, "central-secret"));

            String sentence = assertThrows(DirectoryException.class, () -> directory.everybody(Set.of()))
                    .getMessage();
            assertTrue(sentence.contains("certificate"), sentence);
            assertEquals(List.of(), stranger.binds);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCertificateForAnotherNameIsRefused(boolean fromTheFirstByte) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = DirectoryTest.class.getResourceAsStream("other-name.p12")) {
            store.load(file, "changeit".toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(store.getCertificate("other").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        try (TestDirectory other = new TestDirectory(Files.writeString(folder.resolve("other.pem"), pem), tls)) {
            String url = fromTheFirstByte ? other.ldaps() : other.ldap();
            directory = new Directory(other.settings(url, !fromTheFirstByte, "central-secret"));

            String sentence = assertThrows(DirectoryException.class, () -> directory.everybody(Set.of()))
                    .getMessage();
            assertTrue(sentence.contains("certificate"), sentence);
        }
    }

    @Test
    void aServerThatIsAwayIsSaid() {
        server.close();

        String sentence = assertThrows(DirectoryException.class, () -> directory.everybody(Set.of()))
                .getMessage();
        assertTrue(sentence.contains("cannot be reached"), sentence);
    }

    @Test
    void passwordsNeverCrossANetworkAsTheyAre() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new Directory(server.settings("ldap://dc1.iut.rdz", false, "central-secret")));
        assertTrue(refused.getMessage().contains("start-tls"), refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Directory(server.settings("dc1.iut.rdz", false, "x")));
    }

    @Test
    void aGroupIsNamedByTheFirstPartOfItsDn() {
        assertEquals(Optional.of("Chefs, adjoints"), Directory.firstName("CN=Chefs\\, adjoints,OU=x,DC=iut"));
        assertEquals(Optional.empty(), Directory.firstName("no dn"));
        assertEquals(Optional.empty(), Directory.firstName(""));
    }

    private Optional<Account> signIn(String login, String password) throws DirectoryException {
        return directory.signIn(login, password.toCharArray());
    }
}
