package org.rollcall.loopback;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.StringJoiner;

/** A certificate's SHA-256, worked out apart from the code under test. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(X509Certificate certificate) throws CertificateException {
        try {
            StringJoiner hex = new StringJoiner(":");
            for (byte b : MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())) {
                hex.add(String.format("%02X", b));
            }
            return hex.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new CertificateException(e);
        }
    }
}
