package org.rollcall.central.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.central.settings.DirectoryAddress;
import org.rollcall.xmpp.text.Sentence;

/** Opens connections to the directory: the first server that answers, TLS with the server's name checked. */
final class Connections {
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final CentralSettings.Directory settings;
    private final List<DirectoryAddress> servers;

    /** @throws IllegalArgumentException with a sentence, if the settings can never work */
    Connections(CentralSettings.Directory settings) {
        this.settings = settings;
        servers = DirectoryAddress.parse(settings.url());
        for (DirectoryAddress server : servers) {
            if (server.inTheClear() && !settings.startTls()) {
                throw new IllegalArgumentException("passwords would cross the network as they are on their way to "
                        + server + ": use ldaps:// or set directory.start-tls");
            }
        }
    }

    /** Signed in as the settings say. @param answers how long each answer may take */
    LDAPConnection open(Duration answers) throws DirectoryException {
        LDAPConnection connection = connect(answers);
        if (settings.bindDn() == null) {
            return connection;
        }
        try {
            char[] password = settings.password().get();
            try {
                bind(connection, settings.bindDn(), password);
            } finally {
                Arrays.fill(password, '\0');
            }
            return connection;
        } catch (LDAPException e) {
            connection.close();
            throw DirectoryFailures.asking("sign-in", e);
        } catch (UncheckedIOException e) {
            connection.close();
            throw new DirectoryException(Sentence.plain(e.getMessage()), e);
        }
    }

    /** Nobody yet. */
    LDAPConnection connect(Duration answers) throws DirectoryException {
        DirectoryException last = null;
        for (DirectoryAddress server : servers) {
            try {
                return connect(server, answers);
            } catch (DirectoryException e) {
                last = e;
            }
        }
        throw last;
    }

    static void bind(LDAPConnection connection, String dn, char[] password) throws LDAPException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] exact = new byte[bytes.remaining()];
        bytes.get(exact);
        try {
            connection.bind(new SimpleBindRequest(dn, exact));
        } finally {
            Arrays.fill(bytes.array(), (byte) 0);
            Arrays.fill(exact, (byte) 0);
        }
    }

    private LDAPConnection connect(DirectoryAddress server, Duration answers) throws DirectoryException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(Math.toIntExact(CONNECT.toMillis()));
        options.setResponseTimeoutMillis(answers.toMillis());
        // *.iut.rdz is a name of ldap.iut.rdz: RFC 4513, section 3.1.3.
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        options.setUseSynchronousMode(true);
        LDAPConnection connection = null;
        try {
            if (server.tls()) {
                connection = new LDAPConnection(tls(), options, server.host(), server.port());
            } else {
                connection = new LDAPConnection(options, server.host(), server.port());
                if (settings.startTls()) {
                    connection.processExtendedOperation(new StartTLSExtendedRequest(tls()));
                }
            }
            return connection;
        } catch (LDAPException e) {
            if (connection != null) {
                connection.close();
            }
            throw DirectoryFailures.connecting(server, e);
        }
    }

    private SSLSocketFactory tls() throws DirectoryException {
        try {
            X509TrustManager trust = settings.caFile() == null
                    ? JVMDefaultTrustManager.getInstance()
                    : new PEMFileTrustManager(settings.caFile().toFile());
            return new SSLUtil(trust).createSSLSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new DirectoryException(Sentence.of(Connections.class, "ca-file", e.getMessage()), e);
        }
    }
}
