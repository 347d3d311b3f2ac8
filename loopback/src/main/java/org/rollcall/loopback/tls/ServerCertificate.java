package org.rollcall.loopback.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/**
 * A self-signed certificate with its key. It names the domain, {@code localhost} and the loopback addresses, and is its
 * own CA, so that a client may pin it or trust its PEM.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.1">RFC 5280, section 4.1</a>
 */
public final class ServerCertificate {
    private static final Duration VALID = Duration.ofDays(365);
    private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String SUBJECT_ALT_NAME = "2.5.29.17";
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;

    private final X509Certificate certificate;
    private final KeyPair key;

    private ServerCertificate(X509Certificate certificate, KeyPair key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** Makes a new key and certificate; some 20 ms. */
    public static ServerCertificate forDomain(String domain, Instant now) {
        try {
            // An elliptic curve, because an RSA key would take longer to find than the server to start.
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair key = generator.generateKeyPair();
            byte[] toSign = toBeSigned(domain, now, key);
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(toSign);
            byte[] der = Der.sequence(toSign, algorithm(), Der.bitString(signature.sign()));
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return new ServerCertificate(
                    (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)), key);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java runtime cannot make a certificate: " + e.getMessage(), e);
        }
    }

    private static byte[] toBeSigned(String domain, Instant now, KeyPair key) throws IOException {
        byte[] name = Der.sequence(Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.utf8String(domain))));
        byte[] version3 = Der.tagged(0xA0, Der.integer(BigInteger.TWO));
        // A clock that was stepped by an hour in a test must not make the certificate "not yet valid".
        byte[] validity = Der.sequence(Der.time(now.minus(Duration.ofDays(1))), Der.time(now.plus(VALID)));
        byte[] extensions = Der.tagged(0xA3, Der.sequence(basicConstraints(), subjectAltName(domain)));
        return Der.sequence(
                version3,
                Der.integer(new BigInteger(63, new SecureRandom()).add(BigInteger.ONE)),
                algorithm(),
                name,
                validity,
                name,
                key.getPublic().getEncoded(),
                extensions);
    }

    private static byte[] algorithm() {
        return Der.sequence(Der.oid(ECDSA_WITH_SHA256));
    }

    private static byte[] basicConstraints() {
        return Der.sequence(Der.oid(BASIC_CONSTRAINTS), Der.bool(true), Der.octetString(Der.sequence(Der.bool(true))));
    }

    private static byte[] subjectAltName(String domain) throws IOException {
        byte[] names = Der.sequence(
                Der.tagged(DNS_NAME, domain.getBytes(StandardCharsets.US_ASCII)),
                Der.tagged(DNS_NAME, "localhost".getBytes(StandardCharsets.US_ASCII)),
                Der.tagged(IP_ADDRESS, InetAddress.getByName("127.0.0.1").getAddress()),
                Der.tagged(IP_ADDRESS, InetAddress.getByName("::1").getAddress()));
        return Der.sequence(Der.oid(SUBJECT_ALT_NAME), Der.octetString(names));
    }

    /** What the server's sockets are made from. */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new OneKey(key.getPrivate(), certificate)}, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot serve TLS: " + e.getMessage(), e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** The fingerprint to pin, as {@code AB:CD:…}. */
    public String sha256() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String pem() {
        try {
            Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
            return "-----BEGIN CERTIFICATE-----\n" + lines.encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
