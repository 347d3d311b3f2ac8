package org.rollcall.tests.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.central.directory.Account;
import org.rollcall.central.directory.Directory;
import org.rollcall.central.directory.DirectoryException;
import org.rollcall.central.directory.Everybody;
import org.rollcall.central.park.Person;
import org.rollcall.tests.fixture.SlapdServer;

/** What central asks a directory, of OpenLDAP with its overlays for memberOf and password policies. */
class OpenLdapIT {
    private static final int STUDENTS = 1200;

    private static SlapdServer server;

    private final Directory directory = new Directory(Slapd.settings(server, server.ldaps(), false, Slapd.CENTRAL));

    @BeforeAll
    static void start() {
        server = Slapd.with(STUDENTS).start();
        Slapd.add(
                server,
                "dn: cn=Enseignants,ou=groups," + Slapd.BASE,
                "objectClass: groupOfNames",
                "cn: Enseignants",
                "member: cn=Frédéric Barros\\, dit \\\"Fred\\\",ou=Personnel," + Slapd.BASE);
        Slapd.add(
                server,
                "dn: cn=Délégués,ou=groups," + Slapd.BASE,
                "objectClass: groupOfNames",
                "cn: Délégués",
                "member: cn=Kévin Marchais+uid=kevin.marchais,ou=Étudiants," + Slapd.BASE,
                "member: uid=zoé,ou=Étudiants," + Slapd.BASE);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void everybodyIsReadByPagesAndWhatIsOnOtherServersIsLeftOut() throws DirectoryException {
        Everybody everybody = directory.everybody(Set.of("enseignants", "délégués"));

        Map<String, Person> people =
                everybody.people().stream().collect(Collectors.toMap(Person::login, person -> person));
        assertEquals(STUDENTS + 5, people.size());
        assertEquals(
                new Person("frederic.barros", "Frédéric Barros", "Enseignant", true), people.get("frederic.barros"));
        assertEquals(new Person("kevin.marchais", "Kévin Marchais", "LP D2i", false), people.get("kevin.marchais"));
        assertEquals(
                Map.of(
                        "frederic.barros", Set.of("enseignants"),
                        "kevin.marchais", Set.of("délégués"),
                        "zoé", Set.of("délégués")),
                everybody.groups());
    }

    @Test
    void anAccountThatMayReadNoMoreThanTheUsualFiveHundredIsToldSo() {
        Directory limited = new Directory(Slapd.settings(server, server.ldaps(), false, Slapd.LIMITED));

        String sentence = assertThrows(DirectoryException.class, () -> limited.everybody(Set.of()))
                .getMessage();
        assertTrue(sentence.contains("gives directory.bind-dn no more than"), sentence);
        assertTrue(sentence.contains("size.prtotal"), sentence);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void accentsInNamesPasswordsAndDnsDoNoHarm(boolean startTls) throws DirectoryException {
        Directory asked = new Directory(
                Slapd.settings(server, startTls ? server.ldap() : server.ldaps(), startTls, Slapd.CENTRAL));

        Account teacher =
                asked.signIn("Frederic.Barros", "crayon à papier".toCharArray()).orElseThrow();
        assertEquals("frederic.barros", teacher.login());
        assertEquals("Frédéric Barros", teacher.name());
        assertEquals(Set.of("Enseignants"), teacher.groups());
        assertEquals(
                Set.of("Délégués"),
                asked.signIn("zoé", "zoe-secret".toCharArray()).orElseThrow().groups());
        assertEquals(
                Set.of("Délégués"),
                asked.signIn("kevin.marchais", "kevin-secret".toCharArray())
                        .orElseThrow()
                        .groups());
    }

    @ParameterizedTest
    @ValueSource(strings = {"locked", "expired"})
    void whoseAccountIsLockedOrPasswordExpiredDoesNotComeIn(String login) throws DirectoryException {
        assertEquals(Optional.empty(), directory.signIn(login, (login + "-secret").toCharArray()));
        assertTrue(directory.find(login).isPresent());
    }

    @Test
    void theDirectorysOwnLockOutIsObeyed() throws DirectoryException {
        Slapd.add(
                server,
                "dn: uid=forgetful,ou=Personnel," + Slapd.BASE,
                "objectClass: inetOrgPerson",
                "cn: Forgetful",
                "sn: Forgetful",
                "uid: forgetful",
                "userPassword: forgotten");
        assertTrue(directory.signIn("forgetful", "forgotten".toCharArray()).isPresent());
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.empty(), directory.signIn("forgetful", "a guess".toCharArray()));
        }
        assertEquals(Optional.empty(), directory.signIn("forgetful", "forgotten".toCharArray()));
    }

    @Test
    void aServerThatWantsTlsIsSaidToWantIt() {
        Directory clear = new Directory(Slapd.settings(server, server.ldap(), false, Slapd.CENTRAL));

        String sentence =
                assertThrows(DirectoryException.class, () -> clear.find("zoé")).getMessage();
        assertTrue(sentence.contains("wants TLS"), sentence);
        assertTrue(sentence.contains("start-tls"), sentence);
    }
}
