package org.rollcall.central.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.central.access.Who;
import org.rollcall.central.board.Condition;

class DoorTest {
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/board",
                "/api/machines/a201b7",
                "/api/history",
                "/api/history/count",
                "/api/history.csv",
                "/api/usage",
                "/api/occupancy",
                "/api/search?q=kev",
                "/api/people/kevin.marchais",
                "/api/people/kevin.marchais/export",
                "/api/waiting",
                "/api/audit"
            })
    void nothingIsToldToStrangersNorToThoseWithoutARole(String path) throws Exception {
        HttpResponse<String> stranger = server.stranger().get(path);
        assertEquals(401, stranger.statusCode());
        assertEquals("not-signed-in", TestBrowser.reason(stranger));
        assertEquals(404, server.as("nobody").get(path).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/waiting", "/api/audit", "/api/people/kevin.marchais/export"})
    void whatIsForAdministratorsIsNotThereForOthers(String path) throws Exception {
        assertEquals(404, server.as("viewer").get(path).statusCode());
        assertEquals(404, server.as("teacher").get(path).statusCode());
        assertEquals(200, server.as("admin").get(path).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/ask",
                "/api/ask/preview",
                "/api/wake",
                "/api/waiting",
                "/api/people/kevin.marchais/erase",
                "/api/sign-out"
            })
    void ordersNeedTheirOwnPage(String path) throws Exception {
        TestBrowser admin = server.as("admin");
        String body = "{\"room\":\"A201\",\"command\":\"processes\"}";
        assertEquals(401, server.stranger().post(path, body).statusCode());

        HttpResponse<String> noToken = admin.without("X-Rollcall-Csrf").post(path, body);
        assertEquals(403, noToken.statusCode());
        assertEquals("csrf", TestBrowser.reason(noToken));
        assertEquals(
                403, admin.header("X-Rollcall-Csrf", "csrf99").post(path, body).statusCode());
        assertEquals(List.of(), server.asker.asked());
    }

    @Test
    void anotherSitesPageGetsNowhere() throws Exception {
        // The JDK's client does not let a program set Origin on HTTP requests: by hand.
        String head =
                "POST /api/sign-in HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nOrigin: http://evil.test\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
        String answer = RawHttp.say(server.port(), head);
        assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
        assertTrue(answer.contains("\"origin\""), answer);
        String own = RawHttp.say(server.port(), head.replace("http://evil.test", "http://127.0.0.1:" + server.port()));
        assertTrue(own.startsWith("HTTP/1.1 400"), own);
    }

    @Test
    void theLiveFeedIsForTheServersOwnPageAlone() throws Exception {
        String cookie = server.visitors.open(new Who("admin", "A", Set.of())).token();
        String head = "GET /live HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                + "\r\nOrigin: http://evil.test\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: rollcall-session="
                + cookie + "\r\n\r\n";
        assertTrue(RawHttp.firstLine(server.port(), head).contains(" 403 "));
        String own = head.replace("http://evil.test", "http://127.0.0.1:" + server.port());
        assertTrue(RawHttp.firstLine(server.port(), own).contains(" 101 "));
    }

    @Test
    void theCookieIsForThisServerAloneAndNoScriptReadsIt() throws Exception {
        HttpResponse<String> answer =
                server.stranger().post("/api/sign-in", "{\"name\":\"admin\",\"password\":\"admin\"}");
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.contains("; HttpOnly; SameSite=Strict"), cookie);
        assertFalse(cookie.contains("Secure"), "it would not come back over plain HTTP on loopback");
        assertEquals(1, answer.headers().allValues("Set-Cookie").size());
    }

    @Test
    void aWrongPasswordIsRefusedAndInTheAudit() throws Exception {
        HttpResponse<String> answer = server.stranger()
                .header("Accept-Language", "fr")
                .post("/api/sign-in", "{\"name\":\"admin\",\"password\":\"guess\"}");
        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("Le nom ou le mot de passe est faux."), answer.body());
        assertEquals(List.of("admin sign-in null 127.0.0.1 wrong-password"), server.audited());
        assertFalse(answer.headers().firstValue("Set-Cookie").isPresent());
    }

    @Test
    void tooManyTriesSayWhenToComeBack() throws Exception {
        TestBrowser stranger = server.stranger();
        for (int i = 0; i < 5; i++) {
            stranger.post("/api/sign-in", "{\"name\":\"admin\",\"password\":\"guess\"}");
        }
        HttpResponse<String> answer = stranger.post("/api/sign-in", "{\"name\":\"admin\",\"password\":\"admin\"}");
        assertEquals(429, answer.statusCode());
        assertEquals("900", answer.headers().firstValue("Retry-After").orElseThrow());
    }

    @Test
    void whatIsNotJsonOrTooLargeIsRefused() throws Exception {
        TestBrowser admin = server.as("admin");
        assertEquals(400, admin.post("/api/ask", "nonsense").statusCode());
        assertEquals(400, admin.post("/api/ask", "").statusCode());
        assertEquals(400, admin.post("/api/ask", "[]").statusCode());
        assertEquals(400, admin.post("/api/ask", "{\"machines\":\"all\"}").statusCode());
        HttpResponse<String> large = admin.post("/api/ask", "{\"command\":\"" + "x".repeat(70_000) + "\"}");
        assertEquals(413, large.statusCode());
        assertEquals("too-large", TestBrowser.reason(large));
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        TestBrowser admin = server.as("admin");
        HttpResponse<String> out = admin.post("/api/sign-out", "{}");
        assertTrue(out.headers().firstValue("Set-Cookie").orElseThrow().contains("Max-Age=0"));
        assertEquals(401, admin.get("/api/board").statusCode());
        assertFalse(admin.object("/api/me").get("signedIn").getAsBoolean());
    }

    @Test
    void meSaysWhatOneMayAndNothingMore() throws Exception {
        JsonObject teacher = server.as("teacher").object("/api/me");
        assertEquals("operator", teacher.get("role").getAsString());
        assertFalse(teacher.has("everywhere"));
        assertEquals("{\"A201\":\"operator\"}", teacher.get("rooms").toString());
        assertEquals("[\"park\",\"history\",\"usage\"]", teacher.get("pages").toString());
        assertEquals("[]", server.as("nobody").object("/api/me").get("pages").toString());
        JsonObject stranger = server.stranger().object("/api/me");
        assertEquals("[\"directory\",\"xmpp\"]", stranger.get("methods").toString());
    }

    @Test
    void whoSitsAtAMachineLandsInItsRoom() throws Exception {
        server.board.put(TestServer.B7.at(2, 3, "127.0.0.1"));
        JsonObject me = server.as("teacher").object("/api/me");
        assertEquals("A201", me.get("myRoom").getAsString());
        assertEquals("a201b7", me.get("myMachine").getAsString());

        server.board.put(TestServer.B8.at(2, 4, "127.0.0.1"));
        assertFalse(server.as("teacher").object("/api/me").has("myRoom"), "two machines of one address are none");
        server.board.put(TestServer.B8.at(2, 4, "127.0.0.1").in(Condition.OFF, TestServer.NOON));
        assertTrue(server.as("teacher").object("/api/me").has("myRoom"), "nobody sits at one that is off");
        server.board.put(TestServer.B7.at(2, 3, "10.2.3.22"));
        server.board.put(TestServer.A3.at(1, 1, "127.0.0.1"));
        assertFalse(server.as("teacher").object("/api/me").has("myRoom"), "he may not see B105");
    }

    @Test
    void everyAnswerIsArmoured() throws Exception {
        for (String path : List.of("/api/me", "/", "/nothing", "/privacy", "/api/nothing")) {
            HttpResponse<String> answer = server.stranger().get(path);
            assertEquals(
                    "nosniff",
                    answer.headers().firstValue("X-Content-Type-Options").orElse(""),
                    path);
            String policy =
                    answer.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), path);
            assertFalse(policy.contains("unsafe"), path);
            assertFalse(answer.headers().firstValue("Server").isPresent(), path);
            assertFalse(answer.headers().firstValue("Set-Cookie").isPresent(), path);
        }
        HttpResponse<String> board = server.as("admin").get("/api/board");
        assertEquals("no-store", board.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void passwordsNeverCrossANetworkBare() throws Exception {
        IOException refused = assertThrows(
                IOException.class, () -> new TestServer(WebHarness.settings("0.0.0.0", 0, List.of())).close());
        assertTrue(refused.getMessage().contains("certificate-file"), refused.getMessage());
        new TestServer(WebHarness.settings("127.0.0.1", 0, List.of("10.0.0.1"))).close();
    }

    @Test
    void aForwardedAddressCountsFromATrustedProxyAlone() throws Exception {
        server.board.put(TestServer.B7.at(2, 3, "10.2.3.99"));
        TestBrowser teacher = server.as("teacher").header("X-Forwarded-For", "10.2.3.99");
        assertFalse(teacher.object("/api/me").has("myRoom"));

        try (TestServer behind = new TestServer(WebHarness.settings("127.0.0.1", 0, List.of("127.0.0.0/8")))) {
            behind.board.put(TestServer.B7.at(2, 3, "10.2.3.99"));
            TestBrowser there = behind.as("teacher").header("X-Forwarded-For", "6.6.6.6, 10.2.3.99");
            assertEquals("A201", there.object("/api/me").get("myRoom").getAsString());
        }
    }

    @Test
    void aTrustedProxySignsInAndNobodyElseDoes() throws Exception {
        server.visitors.proxyHeader("X-Remote-User");
        assertFalse(server.stranger()
                .header("X-Remote-User", "admin")
                .object("/api/me")
                .get("signedIn")
                .getAsBoolean());

        try (TestServer behind = new TestServer(WebHarness.settings("127.0.0.1", 0, List.of("127.0.0.1")))) {
            behind.visitors.proxyHeader("X-Remote-User");
            TestBrowser browser =
                    behind.stranger().header("X-Remote-User", "teacher").header("X-Forwarded-Proto", "https");
            HttpResponse<String> answer = browser.get("/api/me");
            assertTrue(browser.object(answer).get("signedIn").getAsBoolean());
            String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
            assertTrue(cookie.contains("; Secure"), cookie);
            // Somebody else at the same browser: the proxy's word counts, not the cookie.
            HttpResponse<String> other = browser.header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                    .header("X-Remote-User", "admin")
                    .get("/api/me");
            assertEquals("admin", browser.object(other).get("id").getAsString());
            // Signed out at the proxy: the cookie alone opens nothing.
            assertFalse(behind.stranger()
                    .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                    .object("/api/me")
                    .get("signedIn")
                    .getAsBoolean());
        }
    }

    @Test
    void strangersWhoDawdleAreSentAwayWhileOthersAreServed() throws Exception {
        String head = "POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: 100\r\n\r\n{";
        List<Socket> dawdlers = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                dawdlers.add(RawHttp.open(server.port(), head));
            }
            long end = System.nanoTime() + 10_000_000_000L;
            HttpResponse<String> answer;
            do {
                answer = server.stranger().post("/api/sign-in", "{\"name\":\"admin\",\"password\":\"admin\"}");
            } while (answer.statusCode() == 200 && System.nanoTime() < end);
            assertEquals(503, answer.statusCode(), "no more than a few read at once");
            assertEquals(200, server.stranger().get("/health").statusCode());
        } finally {
            for (Socket socket : dawdlers) {
                socket.close();
            }
        }
    }
}
