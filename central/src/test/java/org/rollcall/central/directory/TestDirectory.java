package org.rollcall.central.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.util.LDAPSDKException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.loopback.tls.ServerCertificate;

/** A directory in memory: ldap:// with StartTLS and ldaps://, two teachers, a student, and an account for central. */
public final class TestDirectory implements AutoCloseable {
    public static final String BIND_DN = "cn=rollcall,ou=services,dc=iut,dc=rdz";

    /** The DNs that somebody tried to sign in as, rightly or not, without central's own. */
    public final List<String> binds = new CopyOnWriteArrayList<>();

    private final InMemoryDirectoryServer server;
    private final Path caFile;

    public TestDirectory(Path folder) throws LDAPSDKException, IOException {
        this(folder, ServerCertificate.forDomain("dc1.iut.rdz", Instant.now()));
    }

    private TestDirectory(Path folder, ServerCertificate certificate) throws LDAPSDKException, IOException {
        this(Files.writeString(folder.resolve("ca.pem"), certificate.pem()), certificate.context());
    }

    /** @param caFile who vouches for the server */
    TestDirectory(Path caFile, SSLContext tls) throws LDAPSDKException, IOException {
        this.caFile = caFile;
        InetAddress here = InetAddress.getLoopbackAddress();
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=iut,dc=rdz");
        config.setSchema(null);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("ldap", here, 0, tls.getSocketFactory()),
                InMemoryListenerConfig.createLDAPSConfig(
                        "ldaps", here, 0, tls.getServerSocketFactory(), tls.getSocketFactory()));
        config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
        config.addAdditionalBindCredentials(BIND_DN, "central-secret");
        config.addInMemoryOperationInterceptor(new InMemoryOperationInterceptor() {
            @Override
            public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) {
                String dn = request.getRequest().getBindDN();
                if (!dn.equals(BIND_DN)) {
                    binds.add(dn);
                }
            }

            /** What Active Directory works out, an entry here has in attributes of its own. */
            @Override
            public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
                SearchRequest asked = request.getRequest().duplicate();
                asked.setFilter(Filter.create(asked.getFilter()
                        .toString()
                        .replace("member:1.2.840.113556.1.4.1941:=", "everyMember=")
                        .replace("memberOf:1.2.840.113556.1.4.1941:=", "everyGroup=")));
                request.setRequest(asked);
            }
        });
        server = new InMemoryDirectoryServer(config);
        server.startListening();
        add("dn: dc=iut,dc=rdz", "objectClass: domain", "dc: iut");
        add("dn: ou=people,dc=iut,dc=rdz", "objectClass: organizationalUnit", "ou: people");
        person("frederic.barros", "Frédéric Barros", "Enseignant", "memberOf: cn=Teachers,ou=groups,dc=iut,dc=rdz");
        person("anne", "Anne Martin", "Enseignant", "memberOf: cn=Teachers,ou=groups,dc=iut,dc=rdz");
        person("kevin.marchais", "Kévin Marchais", "LP D2i");
    }

    /** Password: the login and {@code -secret}. */
    public void person(String login, String name, String group, String... more) throws LDAPSDKException {
        String[] lines = {
            "dn: cn=" + login + ",ou=people,dc=iut,dc=rdz",
            "objectClass: person",
            "cn: " + login,
            "sAMAccountName: " + login,
            "userPrincipalName: " + login + "@iut.example",
            "displayName: " + name,
            "department: " + group,
            "userPassword: " + login + "-secret"
        };
        add(lines);
        for (String line : more) {
            String[] parts = line.split(": ", 2);
            server.modify("dn: " + lines[0].substring(4), "changetype: modify", "add: " + parts[0], line);
        }
    }

    public void add(String... ldif) throws LDAPSDKException {
        server.add(ldif);
    }

    public String ldaps() {
        return "ldaps://localhost:" + server.getListenPort("ldaps");
    }

    public String ldap() {
        return "ldap://localhost:" + server.getListenPort("ldap");
    }

    public CentralSettings.Directory settings() {
        return settings(ldaps(), false, "central-secret");
    }

    CentralSettings.Directory settings(String url, boolean startTls, String password) {
        return settings(url, startTls, password, false);
    }

    /** Groups of groups count, as if this were Active Directory. */
    CentralSettings.Directory settingsOfActiveDirectory() {
        return settings(ldaps(), false, "central-secret", true);
    }

    private CentralSettings.Directory settings(String url, boolean startTls, String password, boolean nested) {
        return new CentralSettings.Directory(
                url,
                startTls,
                caFile,
                BIND_DN,
                password::toCharArray,
                "dc=iut,dc=rdz",
                "(objectClass=person)",
                "sAMAccountName",
                "userPrincipalName",
                "displayName",
                "department",
                "(memberOf=cn=Teachers,ou=groups,dc=iut,dc=rdz)",
                nested,
                Duration.ofHours(1),
                true);
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
