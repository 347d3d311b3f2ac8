package org.rollcall.xmpp.link;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustTest {
    private static final String DOMAIN = "iut.example";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"server", "wildcard", "srv-name", "xmpp-address"})
    void aCertificateForTheDomainOfAGivenAuthorityIsTrusted(String name) {
        assertDoesNotThrow(() -> check(byAuthority("ca.pem"), name));
    }

    @Test
    void aCertificateOfAnotherAuthorityIsNot() throws Exception {
        assertSays(byAuthority("other-ca.pem"), "server", "not signed by a CA of", fingerprint("server"));
    }

    @Test
    void theSystemsAuthoritiesDoNotKnowOurs() {
        assertSays(new Trust(DOMAIN, null, null, List::of), "server", "not signed by a CA that this system trusts");
    }

    @Test
    void furtherRootsAreTrustedBesideTheSystems() throws Exception {
        List<X509Certificate> roots = Trust.read(TestCertificates.file("ca.pem"));
        Trust trust = new Trust(DOMAIN, null, null, () -> roots);

        assertDoesNotThrow(() -> check(trust, "server"));
    }

    @Test
    void severalAuthoritiesFitInOneFile() throws Exception {
        Path both = folder.resolve("both.pem");
        Files.writeString(
                both,
                Files.readString(TestCertificates.file("other-ca.pem"))
                        + Files.readString(TestCertificates.file("ca.pem")));

        assertDoesNotThrow(() -> check(new Trust(DOMAIN, both, null, List::of), "server"));
    }

    @Test
    void anAuthorityThatWasRenewedCountsAtTheNextHandshake() throws Exception {
        Path file = Files.copy(TestCertificates.file("other-ca.pem"), folder.resolve("ca.pem"));
        Trust trust = new Trust(DOMAIN, file, null, List::of);
        assertThrows(CertificateException.class, () -> check(trust, "server"));

        Files.copy(TestCertificates.file("ca.pem"), file, StandardCopyOption.REPLACE_EXISTING);

        assertDoesNotThrow(() -> check(trust, "server"));
    }

    @Test
    void anExpiredCertificateIsSaidToBeExpiredAndSinceWhen() {
        assertSays(byAuthority("ca.pem"), "expired", "expired on 2021-01-01T00:00:00Z");
    }

    @Test
    void aCertificateForAnotherNameIsSaidToBeSo() {
        assertSays(byAuthority("ca.pem"), "wrong-name", "not for iut.example but for [www.other.example]");
    }

    @Test
    void aWildcardStandsForOneLabelOnly() {
        Trust trust = new Trust("xmpp.iut.example", TestCertificates.file("ca.pem"), null, List::of);

        assertSays(trust, "wildcard", "not for xmpp.iut.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "wrong-name", "expired"})
    void aPinnedCertificateIsTrustedWhateverElseIsWrongWithIt(String name) throws Exception {
        Trust plain = new Trust(DOMAIN, null, fingerprint(name), List::of);
        Trust lowerWithoutColons =
                new Trust(DOMAIN, null, fingerprint(name).replace(":", "").toLowerCase(Locale.ROOT), List::of);

        assertDoesNotThrow(() -> check(plain, name));
        assertDoesNotThrow(() -> check(lowerWithoutColons, name));
    }

    @Test
    void anotherCertificateThanThePinnedOneIsRefusedWithTheFingerprintSeen() throws Exception {
        Trust trust = new Trust(DOMAIN, null, fingerprint("wildcard"), List::of);

        assertSays(trust, "server", "another certificate than the pinned one", fingerprint("server"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AB:CD", "sha256", "ZZ:CD"})
    void whatIsNoFingerprintIsRefusedAtOnce(String pin) {
        assertThrows(IllegalArgumentException.class, () -> new Trust(DOMAIN, null, pin, List::of));
    }

    @Test
    void aMissingAuthorityFileIsNamed() {
        assertSays(new Trust(DOMAIN, folder.resolve("no.pem"), null, List::of), "server", "ca-file", "no.pem");
    }

    private static Trust byAuthority(String pem) {
        return new Trust(DOMAIN, TestCertificates.file(pem), null, List::of);
    }

    private static String fingerprint(String name) throws Exception {
        return Fingerprint.of(TestCertificates.certificate(name));
    }

    private static void check(Trust trust, String name) throws Exception {
        trust.checkServerTrusted(new X509Certificate[] {TestCertificates.certificate(name)}, "UNKNOWN");
    }

    private static void assertSays(Trust trust, String name, String... parts) {
        String sentence = assertThrows(CertificateException.class, () -> check(trust, name))
                .getMessage();
        for (String part : parts) {
            assertTrue(sentence.contains(part), sentence);
        }
    }
}
