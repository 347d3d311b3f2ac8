package org.rollcall.xmpp.link;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/** The SHA-256 fingerprint of a certificate, as OpenSSL and browsers write it: {@code AB:CD:…}. */
final class Fingerprint {
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    private Fingerprint() {}

    static String of(X509Certificate certificate) {
        try {
            return COLONS.formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With or without colons or spaces, in either case. */
    static boolean same(String one, String other) {
        return bare(one).equals(bare(other));
    }

    /** @throws IllegalArgumentException with a sentence, if it is not 32 bytes in hexadecimal */
    static void check(String text) {
        if (!bare(text).matches("[0-9A-F]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 fingerprint (32 bytes as AB:CD:…): " + text);
        }
    }

    private static String bare(String text) {
        return text.replaceAll("[:\\s]", "").toUpperCase(Locale.ROOT);
    }
}
