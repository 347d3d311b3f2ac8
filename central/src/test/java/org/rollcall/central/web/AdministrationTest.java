package org.rollcall.central.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.directory.DirectoryPeople;
import org.rollcall.central.park.Mistake;
import org.rollcall.central.park.Reloader;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.xmpp.text.Sentence;

class AdministrationTest {
    private static final BareJid NEW = JidCreate.bareFromOrThrowUnchecked("a201z9@iut.rdz");
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatWaitsIsListedByItsKind() throws Exception {
        server.machines.heardUnknown(NEW, "A201Z9", TestServer.NOON);
        server.machines.put(TestServer.B7.jid(), "A201B7", KnownMachine.Standing.KNOWN, "other disk");
        server.board.put(TestServer.B8.clockOff(Duration.ofSeconds(-125)).version("0.10.0"));

        JsonObject waiting = server.as("admin").object("/api/waiting");

        assertEquals("A201Z9", first(waiting, "machines", "name"));
        assertEquals("A201B7", first(waiting, "hardwareChanged", "name"));
        assertEquals("-125", first(waiting, "clocks", "clockOff"));
        assertEquals("A201B8", first(waiting, "oldAgents", "name"));
        assertEquals("1.0.0", waiting.get("newestVersion").getAsString());
        assertEquals(1, waiting.getAsJsonArray("oldAgents").size());
    }

    @Test
    void whatCentralCannotUseIsSaidInTheReadersLanguage() throws Exception {
        Mistake mistake = new Mistake("rooms.csv", 7, "machine.twice", List.of("A201B7", "3"));
        server.mistaken = new Reloader.Mistaken(TestServer.NOON, List.of(mistake));
        server.directory =
                new DirectoryPeople.Trouble(TestServer.NOON.minusSeconds(60), Sentence.plain("the directory is away"));

        TestBrowser admin = server.as("admin");
        JsonObject waiting = admin.object("/api/waiting");
        assertEquals("directory", first(waiting, "troubles", "where"));
        assertEquals("2026-11-23T11:59:00Z", first(waiting, "troubles", "since"));
        JsonObject file = waiting.getAsJsonArray("troubles").get(1).getAsJsonObject();
        assertEquals("rooms.csv:7", file.get("where").getAsString());
        assertEquals(
                "A201B7 stands there already, on line 3.", file.get("sentence").getAsString());
        String french =
                admin.header("Accept-Language", "fr").get("/api/waiting").body();
        assertTrue(french.contains("ligne 3"), french);
        assertEquals(404, server.as("viewer").get("/api/waiting").statusCode());
    }

    @Test
    void decisionsAreCarriedOutAndInTheAudit() throws Exception {
        server.machines.heardUnknown(NEW, "A201Z9", TestServer.NOON);
        server.machines.put(TestServer.B7.jid(), "A201B7", KnownMachine.Standing.KNOWN, "other disk");
        TestBrowser admin = server.as("admin");
        admin.object(admin.post("/api/waiting", "{\"decision\":\"approve\",\"machines\":[\"a201z9@iut.rdz\"]}"));
        assertTrue(server.machines.isKnown(NEW));
        admin.object(
                admin.post("/api/waiting", "{\"decision\":\"accept-hardware\",\"machines\":[\"a201b7@iut.rdz\"]}"));
        assertEquals(
                null, server.machines.find(TestServer.B7.jid()).orElseThrow().otherHardware());
        assertTrue(server.audited().contains("admin approve a201z9 null done"));
        assertTrue(server.audited().contains("admin accept-hardware a201b7 null done"));
    }

    @Test
    void wrongDecisionsChangeNothing() throws Exception {
        TestBrowser admin = server.as("admin");
        assertEquals(400, decide(admin, "explode", "a201b7@iut.rdz"));
        assertEquals(404, decide(admin, "approve", "nobody@iut.rdz"));
        assertEquals(400, decide(admin, "approve", "@@"));
        assertEquals(400, decide(admin, "approve", ""));
        assertEquals(404, decide(server.as("viewer"), "approve", "a201b7@iut.rdz"));
    }

    private static int decide(TestBrowser who, String decision, String jid) throws Exception {
        return who.post("/api/waiting", "{\"decision\":\"" + decision + "\",\"machines\":[\"" + jid + "\"]}")
                .statusCode();
    }

    @Test
    void theAuditIsFilteredAndShowsWhoLookedAtIt() throws Exception {
        TestBrowser admin = server.as("admin");
        admin.get("/api/machines/a201b7");
        JsonObject page = admin.object("/api/audit?action=machine");
        assertEquals("A201B7", first(page, "rows", "target"));
        assertEquals("admin", first(page, "rows", "role"));
        assertEquals("audit", first(admin.object("/api/audit"), "rows", "action"));
    }

    @Test
    void erasingSomebodyMustBeMeant() throws Exception {
        TestBrowser admin = server.as("admin");
        assertEquals(400, admin.post("/api/people/kevin.marchais/erase", "{}").statusCode());
        JsonObject erased =
                admin.object(admin.post("/api/people/kevin.marchais/erase", "{\"confirm\":\"kevin.marchais\"}"));
        assertEquals(3, erased.get("sessions").getAsInt());
        assertTrue(server.audited().stream().noneMatch(line -> line.contains("kevin")), "not even in the audit");
        assertEquals(
                404,
                server.as("viewer")
                        .post("/api/people/kevin.marchais/erase", "{\"confirm\":\"kevin.marchais\"}")
                        .statusCode());
    }

    @Test
    void aMachineIsShownWithItsSheet() throws Exception {
        server.machines.sheet(TestServer.B7.jid(), "{\"columns\":[],\"rows\":[[1]]}", TestServer.NOON);
        JsonObject machine = server.as("teacher").object("/api/machines/A201B7");
        assertEquals("operator", machine.get("role").getAsString());
        assertEquals("a201b7", machine.getAsJsonObject("machine").get("account").getAsString());
        assertTrue(machine.getAsJsonObject("sheet").has("rows"));
        assertEquals(404, server.as("teacher").get("/api/machines/b105a3").statusCode());
    }

    @Test
    void healthSaysWhatIsWrong() throws Exception {
        assertEquals(200, server.stranger().get("/health").statusCode());
        server.board.link(false, TestServer.NOON);
        server.figures.writable(false);
        HttpResponse<String> answer = server.stranger().get("/health");
        assertEquals(503, answer.statusCode());
        assertEquals("{\"healthy\":false,\"link\":false,\"store\":false}", answer.body());
    }

    @Test
    void figuresAreForThisMachineTheTokenAndAdministrators() throws Exception {
        String figures = server.stranger().get("/metrics").body();
        assertTrue(figures.contains("rollcall_machines{condition=\"free\"} 3.0"), figures);
        assertTrue(figures.contains("rollcall_link_up 1.0"), figures);
        assertTrue(figures.contains("rollcall_events_committed_total 41.0"), figures);
        assertEquals(
                404,
                server.stranger()
                        .header("X-Forwarded-For", "10.0.0.9")
                        .get("/metrics")
                        .statusCode());
        TestBrowser elsewhere = server.stranger().header("X-Forwarded-For", "10.0.0.9");
        assertEquals(
                200,
                elsewhere
                        .header("Authorization", "Bearer metrics-token")
                        .get("/metrics")
                        .statusCode());
        assertEquals(
                404,
                elsewhere
                        .header("Authorization", "Bearer guess")
                        .get("/metrics")
                        .statusCode());
        assertEquals(
                200,
                server.as("admin")
                        .header("X-Forwarded-For", "10.0.0.9")
                        .get("/metrics")
                        .statusCode());
        assertEquals(
                404,
                server.as("viewer")
                        .header("X-Forwarded-For", "10.0.0.9")
                        .get("/metrics")
                        .statusCode());
    }

    @Test
    void everybodyIsToldWhatIsKept() throws Exception {
        HttpResponse<String> english = server.stranger().get("/privacy");
        assertEquals(200, english.statusCode());
        assertTrue(english.body().contains("Sessions: 180 days."), english.body());
        assertTrue(english.body().contains("dpo@iut.rdz"));
        assertFalse(english.body().contains("<script"));
        String french = server.stranger()
                .header("Accept-Language", "fr")
                .get("/privacy")
                .body();
        assertTrue(french.contains("<html lang=\"fr\">"));
        assertTrue(french.contains("d&#39;ouverture"), french);
        JsonObject facts = server.stranger().object("/api/privacy");
        assertEquals(180, facts.get("historyDays").getAsInt());
        assertEquals(5, facts.getAsJsonArray("text").size());
    }

    private static String first(JsonObject answer, String list, String field) {
        return answer.getAsJsonArray(list).get(0).getAsJsonObject().get(field).getAsString();
    }
}
