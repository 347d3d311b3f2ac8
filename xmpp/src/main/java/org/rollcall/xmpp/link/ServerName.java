package org.rollcall.xmpp.link;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Whether a server's certificate is for an XMPP domain: by dNSName, SRVName or xmppAddr (RFC 6120 section 13.7.1.2).
 * The common name is not looked at, as RFC 9525 says.
 */
final class ServerName {
    private static final int OTHER_NAME = 0;
    private static final int DNS_NAME = 2;
    /** id-on-dnsSRV 1.3.6.1.5.5.7.8.7 (RFC 4985) and id-on-xmppAddr 1.3.6.1.5.5.7.8.5 (RFC 6120), in DER. */
    private static final byte[] SRV_NAME = {0x06, 0x08, 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x08, 0x07};

    private static final byte[] XMPP_ADDRESS = {0x06, 0x08, 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x08, 0x05};
    private static final String SERVICE = "_xmpp-client.";

    private ServerName() {}

    static boolean matches(X509Certificate certificate, String domain) {
        String wanted = ascii(domain);
        return names(certificate).stream().anyMatch(name -> matches(name, wanted));
    }

    /** The names that the certificate is for, to tell people. */
    static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        Collection<List<?>> alternatives;
        try {
            alternatives = certificate.getSubjectAlternativeNames();
        } catch (CertificateParsingException e) {
            return names;
        }
        if (alternatives == null) {
            return names;
        }
        for (List<?> alternative : alternatives) {
            int type = (Integer) alternative.get(0);
            if (type == DNS_NAME) {
                names.add((String) alternative.get(1));
            } else if (type == OTHER_NAME && alternative.get(1) instanceof byte[] der) {
                addOtherName(der, names);
            }
        }
        return names;
    }

    private static boolean matches(String name, String wanted) {
        String given = ascii(name);
        if (given.startsWith("*.")) {
            int dot = wanted.indexOf('.');
            return dot > 0 && wanted.substring(dot).equals(given.substring(1));
        }
        return given.equals(wanted);
    }

    /**
     * An otherName: SEQUENCE { type OID, [0] EXPLICIT a string }. All in it that can be ours is shorter than 128 bytes
     * a field but for long names, so the string is what follows the last of its two or three nested headers.
     */
    private static void addOtherName(byte[] der, List<String> names) {
        int at = indexOf(der, SRV_NAME);
        boolean srv = at >= 0;
        if (!srv) {
            at = indexOf(der, XMPP_ADDRESS);
        }
        if (at < 0) {
            return;
        }
        int content = header(der, header(der, at + SRV_NAME.length));
        // The JDK wraps the value in a second [0] in some versions.
        if (content > 0 && content < der.length && (der[content] & 0xFF) < 0x20) {
            content = header(der, content);
        }
        if (content < 0 || content >= der.length) {
            return;
        }
        String value = new String(der, content, der.length - content, StandardCharsets.UTF_8);
        if (srv && value.startsWith(SERVICE)) {
            names.add(value.substring(SERVICE.length()));
        } else if (!srv) {
            names.add(value);
        }
    }

    /** Where the content of the DER element at a position begins; -1 outside the array. */
    private static int header(byte[] der, int at) {
        if (at < 0 || at + 1 >= der.length) {
            return -1;
        }
        int length = der[at + 1] & 0xFF;
        return at + 2 + (length > 0x80 ? length - 0x80 : 0);
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            int j = 0;
            while (j < wanted.length && bytes[i + j] == wanted[j]) {
                j++;
            }
            if (j == wanted.length) {
                return i;
            }
        }
        return -1;
    }

    private static String ascii(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        try {
            return IDN.toASCII(lower);
        } catch (IllegalArgumentException e) {
            return lower;
        }
    }
}
