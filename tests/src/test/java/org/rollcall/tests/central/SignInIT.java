package org.rollcall.tests.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rollcall.central.service.CentralService;
import org.rollcall.tests.fixture.CentralSetup;
import org.rollcall.tests.fixture.Names;
import org.rollcall.tests.fixture.OnEachServer;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.XmppServer;

/** People sign in on the web board with the account that they have on a real XMPP server. */
@OnEachServer
class SignInIT {
    private final XmppServer server;
    private final String user = Names.machine();
    private final HttpClient browser = HttpClient.newHttpClient();

    SignInIT(ServerKind kind) {
        server = kind.shared();
    }

    @Test
    void theRightPasswordOpensTheBoardAndAWrongOneDoesNot() throws Exception {
        server.createAccount(user, "a long pencil");
        try (CentralService central = central(user)) {
            HttpResponse<String> wrong = signIn(central, user, "a short pencil");
            assertEquals(401, wrong.statusCode(), wrong.body());
            assertTrue(wrong.body().contains("wrong-password"), wrong.body());

            HttpResponse<String> right = signIn(central, user + "@" + server.domain(), "a long pencil");
            assertEquals(200, right.statusCode(), right.body());
            String cookie = right.headers().firstValue("Set-Cookie").orElseThrow();
            HttpResponse<String> board = browser.send(
                    request(central, "/api/board")
                            .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(200, board.statusCode(), board.body());
        }
    }

    @Test
    void afterFiveWrongPasswordsTheServerIsNotAskedAnyMore() throws Exception {
        server.createAccount(user, "a long pencil");
        try (CentralService central = central(user)) {
            for (int i = 0; i < 5; i++) {
                assertEquals(401, signIn(central, user, "guess " + i).statusCode());
            }
            HttpResponse<String> sixth = signIn(central, user, "a long pencil");
            assertEquals(429, sixth.statusCode(), sixth.body());
            assertTrue(sixth.headers().firstValue("Retry-After").isPresent());
        }
    }

    @Test
    void whoHasAnAccountAndNoRoleSeesNothing() throws Exception {
        server.createAccount(user, "a long pencil");
        try (CentralService central = central("somebody.else")) {
            HttpResponse<String> signedIn = signIn(central, user, "a long pencil");
            String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
            HttpResponse<String> board = browser.send(
                    request(central, "/api/board")
                            .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(404, board.statusCode(), board.body());
        }
    }

    private CentralService central(String viewer) {
        return CentralSetup.on(server)
                .rooms("a201b7,A201\n")
                .with("[access]\nviewers = [\"" + viewer + "@" + server.domain() + "\"]")
                .start();
    }

    private HttpResponse<String> signIn(CentralService central, String name, String password)
            throws IOException, InterruptedException {
        String body = "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}";
        return browser.send(
                request(central, "/api/sign-in")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(CentralService central, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + central.webPort() + path))
                .timeout(Duration.ofSeconds(20));
    }
}
