package org.rollcall.tests.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.tests.fixture.SlapdServer;

/** A university's OpenLDAP: people.ldif and as many students more as are wished. */
final class Slapd {
    static final String BASE = "dc=iut,dc=rdz";
    static final String CENTRAL = "cn=rollcall,ou=services," + BASE;
    static final String LIMITED = "cn=limited,ou=services," + BASE;

    private Slapd() {}

    static SlapdServer with(int students) {
        StringBuilder ldif = new StringBuilder(resource("people.ldif"));
        for (int i = 0; i < students; i++) {
            ldif.append("\ndn: uid=s")
                    .append(i)
                    .append(",ou=Étudiants,")
                    .append(BASE)
                    .append("\nobjectClass: inetOrgPerson\nsn: Élève\ncn: Élève ")
                    .append(i)
                    .append("\nuid: s")
                    .append(i)
                    .append("\n");
        }
        return new SlapdServer(resource("slapd.conf"), ldif.toString());
    }

    /** By the server, whose overlays act on what comes while it runs. */
    static void add(SlapdServer server, String... ldif) {
        try (LDAPConnection admin = new LDAPConnection(
                new SSLUtil(new PEMFileTrustManager(server.caFile().toFile())).createSSLSocketFactory())) {
            String[] address = server.ldaps().substring("ldaps://".length()).split(":");
            admin.connect(address[0], Integer.parseInt(address[1]));
            admin.bind("cn=admin," + BASE, "admin-secret");
            admin.add(ldif);
        } catch (LDAPException | GeneralSecurityException | com.unboundid.ldif.LDIFException e) {
            throw new AssertionError(e);
        }
    }

    static CentralSettings.Directory settings(SlapdServer server, String url, boolean startTls, String bindDn) {
        return new CentralSettings.Directory(
                url,
                startTls,
                server.caFile(),
                bindDn,
                "central-secret"::toCharArray,
                BASE,
                "(objectClass=inetOrgPerson)",
                "uid",
                "mail",
                "displayName",
                "departmentNumber",
                "(memberOf=cn=Enseignants,ou=groups," + BASE + ")",
                false,
                Duration.ofHours(1),
                true);
    }

    private static String resource(String name) {
        try (InputStream file = Slapd.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
