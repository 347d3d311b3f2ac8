package org.rollcall.central.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.access.Grants;
import org.rollcall.central.enrol.AccountException;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.xmpp.command.Role;

/** Machines' accounts as administrators renew and withdraw them on the board. */
class AccountApiTest {
    private static final BareJid B7 = TestServer.B7.jid();
    private static final BareJid B8 = TestServer.B8.jid();

    private TestServer server;
    private TestBrowser admin;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer();
        server.enrolling.accounts.passwords.put(B7, "old");
        server.enrolling.accounts.passwords.put(B8, "old");
        server.newPasswords.put(B7, "n".repeat(32));
        admin = server.as("admin");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void passwordsAreRenewedAndEachMachineHasItsResult() throws Exception {
        List<JsonObject> lines = lines(admin.post("/api/renew-password?lang=en", "{\"room\": \"A201\"}"));
        assertEquals("A201B7", lines.get(0).get("name").getAsString());
        assertTrue(lines.get(0).get("ok").getAsBoolean());
        assertEquals("refused", lines.get(1).get("reason").getAsString());
        assertTrue(lines.get(1).get("sentence").getAsString().contains("the old one stays in force"));
        assertEquals(1, lines.get(2).get("answered").getAsInt());
        assertEquals("n".repeat(32), server.enrolling.accounts.passwords.get(B7));
        assertEquals("old", server.enrolling.accounts.passwords.get(B8));
        assertTrue(server.audited().contains("admin renew-password a201b7 null done"), server::auditedText);
        assertFalse(server.auditedText().contains("nnnn"), "a password is in the audit");
    }

    @Test
    void aWithdrawnMachineHasNoAccountAndIsBelievedNoMore() throws Exception {
        List<JsonObject> lines = lines(admin.post("/api/withdraw", "{\"machines\": [\"a201b7\"]}"));
        assertTrue(lines.get(0).get("ok").getAsBoolean());
        assertFalse(server.enrolling.accounts.passwords.containsKey(B7));
        assertEquals(
                KnownMachine.Standing.REFUSED,
                server.machines.find(B7).orElseThrow().standing());
        assertTrue(server.audited().contains("admin withdraw a201b7 null done"), server::auditedText);
    }

    @Test
    void withoutItsServerNothingIsChangedAndTheReasonIsSaid() throws Exception {
        server.enrolling.accounts.failing = new AccountException(AccountException.Kind.UNREACHABLE, "no link");
        HttpResponse<String> answer = admin.post("/api/withdraw?lang=en", "{\"machines\": [\"a201b7\"]}");
        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("nothing was changed: no link"), answer.body());
        assertEquals(
                KnownMachine.Standing.KNOWN,
                server.machines.find(B7).orElseThrow().standing());
        JsonObject trouble =
                admin.object("/api/waiting").getAsJsonArray("troubles").get(0).getAsJsonObject();
        assertEquals("accounts", trouble.get("where").getAsString());
        assertEquals("no link", trouble.get("sentence").getAsString());
        assertTrue(trouble.has("since"));
    }

    @Test
    void aServerThatRefusesIsSaidAndInTheAudit() throws Exception {
        server.enrolling.accounts.failing = new AccountException(AccountException.Kind.FORBIDDEN, "no administrator");
        JsonObject line = lines(admin.post("/api/withdraw?lang=fr", "{\"machines\": [\"a201b7\"]}"))
                .get(0);
        assertFalse(line.get("ok").getAsBoolean());
        assertTrue(line.get("sentence").getAsString().contains("rollcall withdraw a201b7"));
        assertTrue(server.audited().contains("admin withdraw a201b7 no administrator failed"), server::auditedText);
    }

    @Test
    void onlyTheAdministratorsOfItsRoomMayAndAreOfferedIt() throws Exception {
        server.grants = new Grants(
                Map.of("admin", Role.ADMIN, "viewer", Role.VIEWER),
                Map.of("A201", Map.of("teacher", Role.OPERATOR, "nobody", Role.ADMIN)));
        for (String person : List.of("teacher", "viewer")) {
            assertEquals(404, status(person, "/api/withdraw", "{\"machines\": [\"a201b7\"]}"), person);
            assertEquals(404, status(person, "/api/renew-password", "{\"room\": \"A201\"}"), person);
        }
        assertEquals(404, status("nobody", "/api/withdraw", "{\"machines\": [\"b105a3\"]}"), "another room");
        assertEquals(400, status("admin", "/api/withdraw", "{\"room\": \"A201\"}"), "one at a time");
        assertEquals(2, server.enrolling.accounts.passwords.size());
        assertEquals(200, status("nobody", "/api/renew-password", "{\"machines\": [\"a201b7\"]}"));
        assertTrue(admin.get("/api/me").body().contains("\"withdraw\""));
    }

    @Test
    void whoAsksToBeEnrolledWaitsForAnAdministrator() throws Exception {
        server.enrolling.asks("A201Z9", 1);
        JsonObject waiting = admin.object("/api/waiting");
        assertEquals("{\"A201\":1}", waiting.get("applicants").toString());
        JsonObject one = admin.object("/api/enrolment")
                .getAsJsonArray("applicants")
                .get(0)
                .getAsJsonObject();
        admin.post(
                "/api/enrolment",
                "{\"order\": \"approve\", \"jid\": \"a201z9@iut.rdz\", \"hardware\": " + one.get("hardware") + "}");
        assertEquals("{}", admin.object("/api/waiting").get("applicants").toString());
    }

    private int status(String person, String path, String body) throws Exception {
        return server.as(person).post(path, body).statusCode();
    }

    private static List<JsonObject> lines(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }
}
