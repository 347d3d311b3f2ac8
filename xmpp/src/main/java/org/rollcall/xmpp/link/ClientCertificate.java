package org.rollcall.xmpp.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/** The key and certificate for SASL EXTERNAL (XEP-0178), read anew before each sign-in, as they are renewed too. */
final class ClientCertificate extends X509ExtendedKeyManager {
    private final Path pkcs12;
    private final Supplier<char[]> password;
    private volatile X509ExtendedKeyManager keys;

    ClientCertificate(Path pkcs12, Supplier<char[]> password) {
        this.pkcs12 = pkcs12;
        this.password = password;
    }

    void read() throws IOException, GeneralSecurityException {
        char[] secret = password == null ? new char[0] : password.get();
        try (InputStream in = Files.newInputStream(pkcs12)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, secret);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, secret);
            keys = (X509ExtendedKeyManager) factory.getKeyManagers()[0];
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /** Whatever CAs the server names: it may name none of ours and accept the certificate all the same. */
    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return keys.chooseClientAlias(keyTypes, null, socket);
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return keys.chooseEngineClientAlias(keyTypes, null, engine);
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return keys.getClientAliases(keyType, null);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return keys.getCertificateChain(alias);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return keys.getPrivateKey(alias);
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return null;
    }
}
