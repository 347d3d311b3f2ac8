package org.rollcall.xmpp.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** What make-certificates.sh has made: one CA, and certificates that it signed. */
final class TestCertificates {
    private static final char[] SECRET = "secret".toCharArray();

    private TestCertificates() {}

    static Path file(String name) {
        try {
            return Path.of(TestCertificates.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static X509Certificate certificate(String name) throws IOException, GeneralSecurityException {
        KeyStore store = store(name);
        return (X509Certificate) store.getCertificate(store.aliases().nextElement());
    }

    /** For a server that shows the certificate of that name. */
    static SSLContext server(String name) throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(name), SECRET);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore store(String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = TestCertificates.class.getResourceAsStream(name + ".p12")) {
            store.load(in, SECRET);
        }
        return store;
    }
}
