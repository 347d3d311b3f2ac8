package org.rollcall.tests.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rollcall.central.service.CentralService;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.CentralSetup;
import org.rollcall.tests.fixture.SlapdServer;
import org.rollcall.tests.fixture.XmppServer;

/** People sign in on the board with the university's OpenLDAP, and an administrator sees when it is away. */
class DirectorySignInIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient browser = HttpClient.newHttpClient();
    private CentralService central;

    @Test
    void aTeacherComesInByTheGroupAndADirectoryThatIsAwayIsSaid() throws Exception {
        try (SlapdServer directory = Slapd.with(0);
                LoopbackServer xmpp = LoopbackServer.builder()
                        .domain("iut.rdz")
                        .account(XmppServer.CENTRAL, "pw")
                        .start();
                CentralService started = central(xmpp, directory)) {
            central = started;
            assertEquals(503, signIn("frederic.barros", "crayon à papier").statusCode());
            String away = Await.value("the directory's trouble", LIMIT, () -> {
                String waiting = send(request("/api/waiting").header("X-Remote-User", "keeper"))
                        .body();
                return waiting.contains(directory.ldaps()) ? waiting : null;
            });
            assertTrue(away.contains("refuses the connection or cannot be reached"), away);

            directory.start();
            Slapd.add(
                    directory,
                    "dn: cn=Enseignants,ou=groups," + Slapd.BASE,
                    "objectClass: groupOfNames",
                    "cn: Enseignants",
                    "member: cn=Frédéric Barros\\, dit \\\"Fred\\\",ou=Personnel," + Slapd.BASE);
            assertEquals(401, signIn("frederic.barros", "crayon a papier").statusCode());
            String teacher = cookie(signIn("IUT\\Frederic.Barros", "crayon à papier"));
            assertEquals(200, get("/api/board", teacher).statusCode());
            String student = cookie(signIn("kevin.marchais", "kevin-secret"));
            assertEquals(404, get("/api/board", student).statusCode(), "a name and no role");

            directory.stop();
            assertEquals(503, signIn("kevin.marchais", "kevin-secret").statusCode());
            assertEquals(200, get("/api/board", teacher).statusCode(), "who is in stays in");
        }
    }

    private static CentralService central(LoopbackServer xmpp, SlapdServer directory) throws IOException {
        CentralSetup setup = CentralSetup.on(xmpp, "pw")
                .rooms("A201B7,A201\n")
                .web("sign-in = ['directory', 'header']\ntrusted-proxies = ['127.0.0.1']");
        Path secret = Files.writeString(setup.folder().resolve("directory-password"), "central-secret");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        String table = String.join(
                "\n",
                "[directory]",
                "url = '" + directory.ldaps() + "'",
                "ca-file = '" + directory.caFile() + "'",
                "bind-dn = '" + Slapd.CENTRAL + "'",
                "password-file = '" + secret + "'",
                "base = '" + Slapd.BASE + "'",
                "people-filter = '(objectClass=inetOrgPerson)'",
                "login-attribute = 'uid'",
                "group-attribute = 'departmentNumber'");
        return setup.with(table)
                .with("[access]\nviewers = [\"group:enseignants\"]\nadmins = [\"keeper\"]")
                .start();
    }

    private HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        String body = "{\"name\":\"" + name.replace("\\", "\\\\") + "\",\"password\":\"" + password + "\"}";
        return send(request("/api/sign-in")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String cookie(HttpResponse<String> signedIn) {
        assertEquals(200, signedIn.statusCode(), signedIn.body());
        String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        return send(request(path).header("Cookie", cookie));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + central.webPort() + path))
                .timeout(Duration.ofSeconds(20));
    }
}
