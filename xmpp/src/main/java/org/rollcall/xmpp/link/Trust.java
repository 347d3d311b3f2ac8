package org.rollcall.xmpp.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Which server certificates are accepted: one pinned by its fingerprint; else those that a CA of a PEM file has signed;
 * else those of the system's CAs and of further roots. The files are read anew at each handshake, which is rare, so
 * that a renewed CA needs no restart. The name is checked here too, so that one place says what is wrong.
 */
final class Trust extends X509ExtendedTrustManager {
    private final String domain;
    private final Path caFile;
    private final String pin;
    private final Supplier<? extends Collection<X509Certificate>> moreRoots;

    /** @param moreRoots what the operating system trusts beside the runtime's own CAs; not asked with a CA file */
    Trust(String domain, Path caFile, String pin, Supplier<? extends Collection<X509Certificate>> moreRoots) {
        if (pin != null) {
            Fingerprint.check(pin);
        }
        this.domain = domain;
        this.caFile = caFile;
        this.pin = pin;
        this.moreRoots = moreRoots;
    }

    private void check(X509Certificate[] chain, String authType) throws CertificateException {
        X509Certificate leaf = chain[0];
        if (pin != null) {
            checkPin(leaf);
            return;
        }
        checkValidity(leaf);
        checkSigned(chain, authType);
        checkName(leaf);
    }

    /** A pin is chosen for this very certificate: neither its dates nor its names matter then. */
    private void checkPin(X509Certificate leaf) throws ServerCertificateException {
        String seen = Fingerprint.of(leaf);
        if (!Fingerprint.same(pin, seen)) {
            throw new ServerCertificateException(LinkFailure.sentence("certificate.pin", domain, seen), null);
        }
    }

    private void checkValidity(X509Certificate leaf) throws ServerCertificateException {
        try {
            leaf.checkValidity();
        } catch (CertificateExpiredException e) {
            throw new ServerCertificateException(
                    LinkFailure.sentence(
                            "certificate.expired", domain, leaf.getNotAfter().toInstant()),
                    e);
        } catch (CertificateNotYetValidException e) {
            throw new ServerCertificateException(
                    LinkFailure.sentence(
                            "certificate.not-yet", domain, leaf.getNotBefore().toInstant()),
                    e);
        }
    }

    private void checkSigned(X509Certificate[] chain, String authType) throws ServerCertificateException {
        X509TrustManager authorities;
        try {
            authorities = authorities();
        } catch (IOException | GeneralSecurityException e) {
            String why = String.valueOf(e.getMessage());
            throw new ServerCertificateException(
                    caFile == null
                            ? LinkFailure.sentence("certificate.system-unreadable", why)
                            : LinkFailure.sentence("certificate.file-unreadable", caFile, why),
                    e);
        }
        try {
            authorities.checkServerTrusted(chain, authType);
        } catch (CertificateException e) {
            throw new ServerCertificateException(
                    LinkFailure.sentence(
                            caFile == null ? "certificate.unsigned.system" : "certificate.unsigned.file",
                            domain,
                            chain[0].getIssuerX500Principal().getName(),
                            Fingerprint.of(chain[0]),
                            String.valueOf(caFile)),
                    e);
        }
    }

    private void checkName(X509Certificate leaf) throws ServerCertificateException {
        if (!ServerName.matches(leaf, domain)) {
            throw new ServerCertificateException(
                    LinkFailure.sentence("certificate.name", domain, ServerName.names(leaf)), null);
        }
    }

    private X509TrustManager authorities() throws IOException, GeneralSecurityException {
        if (caFile != null) {
            return manager(store(read(caFile)));
        }
        X509TrustManager system = manager(null);
        Collection<X509Certificate> more = moreRoots.get();
        if (more.isEmpty()) {
            return system;
        }
        List<X509Certificate> all = new ArrayList<>(List.of(system.getAcceptedIssuers()));
        all.addAll(more);
        return manager(store(all));
    }

    /** Every certificate of a PEM file. */
    static List<X509Certificate> read(Path pem) throws IOException, GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        try (InputStream in = Files.newInputStream(pem)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                certificates.add((X509Certificate) certificate);
            }
        }
        if (certificates.isEmpty()) {
            throw new CertificateException("no certificate in it");
        }
        return certificates;
    }

    private static KeyStore store(Collection<X509Certificate> certificates)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (X509Certificate certificate : certificates) {
            store.setCertificateEntry("ca" + number++, certificate);
        }
        return store;
    }

    private static X509TrustManager manager(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("not a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("not a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("not a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
