package org.rollcall.loopback.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ServerCertificateTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final ServerCertificate certificate = ServerCertificate.forDomain("demo.rollcall", NOW);

    @Test
    void itNamesTheDomainAndTheLoopbackAddresses() throws Exception {
        List<String> names = certificate.certificate().getSubjectAlternativeNames().stream()
                .map(name -> name.get(1).toString())
                .collect(Collectors.toList());
        assertEquals(List.of("demo.rollcall", "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1"), names);
    }

    @Test
    void itIsItsOwnAuthorityAndSignedByItsOwnKey() throws Exception {
        X509Certificate x509 = certificate.certificate();
        x509.verify(x509.getPublicKey());
        assertTrue(x509.getBasicConstraints() >= 0);
        assertTrue(x509.getSerialNumber().signum() > 0);
    }

    @Test
    void itIsValidFromTheDayBeforeForAYear() throws Exception {
        certificate.certificate().checkValidity(java.util.Date.from(NOW.minusSeconds(3600)));
        assertEquals(
                Instant.parse("2027-11-22T12:00:00Z"),
                certificate.certificate().getNotAfter().toInstant());
    }

    @Test
    void thePemIsReadBackAsTheSameCertificate() throws Exception {
        byte[] pem = certificate.pem().getBytes(StandardCharsets.US_ASCII);
        assertEquals(
                certificate.certificate(),
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
    }
}
