package org.rollcall.central.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryApiTest {
    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer();
        add("A201B7", "A201", "kevin.marchais", "Kévin Marchais", NINE, NINE.plusSeconds(1_800));
        add(
                "A201B8",
                "A201",
                "=cmd|' /C calc'!A0",
                "Lea; \"Roux\"\nLéa",
                NINE.plusSeconds(60),
                NINE.plusSeconds(3_600));
        add("B105A3", "B105", "kevin.marchais", "Kévin Marchais", NINE.plusSeconds(5_000), null);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void add(String machine, String room, String user, String name, Instant logon, Instant logoff) {
        server.history.add(
                machine, room, user, name, "LP D2i", "10.2.3.22", logon, logoff, logoff == null ? null : "logoff");
    }

    @Test
    void rowsComeByPagesNewestFirst() throws Exception {
        TestBrowser viewer = server.as("viewer");
        JsonObject page = viewer.object("/api/history?most=2");
        assertEquals(List.of("b105a3", "a201b8"), accounts(page));
        JsonObject next =
                viewer.object("/api/history?most=2&after=" + page.get("next").getAsLong());
        assertEquals(List.of("a201b7"), accounts(next));
        assertFalse(next.has("next"));
        assertEquals(1800, row(next).get("lasted").getAsInt());
        assertFalse(row(page).has("logoff"), "it is still open");
        assertEquals(3, viewer.object("/api/history/count").get("count").getAsInt());
    }

    @Test
    void oneSeesTheHistoryOfOnesRoomsAlone() throws Exception {
        TestBrowser teacher = server.as("teacher");
        assertEquals(List.of("a201b7"), accounts(teacher.object("/api/history?user=kevin")));
        assertEquals(List.of(), accounts(teacher.object("/api/history?room=B105")));
        JsonObject person = teacher.object("/api/people/Kevin.Marchais");
        assertEquals(1, person.getAsJsonArray("recent").size());
        assertFalse(person.get("mayErase").getAsBoolean());
        assertEquals(404, teacher.get("/api/people/zoe.absent").statusCode(), "nobody seen in A201");
        assertEquals(200, server.as("viewer").get("/api/people/zoe.absent").statusCode());
    }

    @Test
    void aSearchAndAnExportAreInTheAudit() throws Exception {
        TestBrowser viewer = server.as("viewer");
        viewer.get("/api/history?user=kevin&from=2026-11-01T00:00:00Z");
        viewer.get("/api/history.csv?room=A201");
        viewer.get("/api/people/kevin.marchais");
        assertEquals(
                List.of(
                        "viewer history null user=kevin from=2026-11-01T00:00:00Z done",
                        "viewer history-export null room=A201 done",
                        "viewer person kevin.marchais null done"),
                server.audited().subList(1, 4));
    }

    @Test
    void theFileForSpreadsheetsHoldsNoFormula() throws Exception {
        HttpResponse<String> answer = server.as("viewer").get("/api/history.csv?lang=fr&zone=Europe/Paris");
        List<String> lines = answer.body().lines().toList();
        assertEquals(
                "\uFEFFMachine;Salle;Identifiant;Domaine;Nom complet;Groupe;Adresse;Depuis;Genre;Ouverture;"
                        + "Fermeture;Fermée par;Durée",
                lines.get(0));
        assertEquals(
                "B105A3;B105;kevin.marchais;IUT;Kévin Marchais;LP D2i;10.2.3.22;;console;2026-11-23 11:23:20;;;",
                lines.get(1));
        assertTrue(lines.get(2).startsWith("A201B8;A201;'=cmd|' /C calc'!A0;IUT;\"Lea; \"\"Roux\"\""), lines.get(2));
        assertTrue(answer.headers().firstValue("Content-Disposition").orElse("").contains("rollcall-history.csv"));
        assertTrue(server.as("viewer").get("/api/history.csv").body().startsWith("\uFEFFMachine,Room,"));
    }

    @Test
    void wrongFiltersAreNamed() throws Exception {
        TestBrowser viewer = server.as("viewer");
        for (String query : List.of(
                "from=yesterday", "most=0", "most=501", "after=x", "user=" + "x".repeat(300), "to=2026-11-22")) {
            HttpResponse<String> answer = viewer.get("/api/history?" + query);
            assertEquals(400, answer.statusCode(), query);
            assertTrue(answer.body().contains(query.substring(0, query.indexOf('='))), answer.body());
        }
        assertEquals(400, viewer.get("/api/history.csv?zone=Mars").statusCode());
        assertEquals(400, viewer.get("/api/usage?by=week").statusCode());
        assertEquals(400, viewer.get("/api/usage?from=2020-01-01T00:00:00Z").statusCode());
        assertEquals(400, viewer.get("/api/occupancy?day=22/11").statusCode());
    }

    @Test
    void usageSaysHowManyMachinesThereAreToCompareWith() throws Exception {
        JsonObject usage =
                server.as("teacher").object("/api/usage?by=hour&from=2026-11-20T00:00:00Z&to=2026-11-24T00:00:00Z");
        assertEquals("[{\"name\":\"A201\",\"total\":2}]", usage.get("rooms").toString());
        assertEquals(4, usage.get("days").getAsInt());
        JsonObject row = usage.getAsJsonArray("rows").get(0).getAsJsonObject();
        assertEquals(10, row.get("hour").getAsInt(), "9 h UTC in Paris");
        assertEquals(404, server.as("teacher").get("/api/usage?room=B105").statusCode());
    }

    @Test
    void theCurveOfADayCountsMachinesAndNotSessions() throws Exception {
        add("A201B7", "A201", "other", "Other", NINE.plusSeconds(600), NINE.plusSeconds(1_500));
        JsonObject curve = server.as("teacher").object("/api/occupancy?zone=UTC");
        assertEquals("2026-11-23T00:00:00Z", curve.get("start").getAsString());
        JsonArray rooms = curve.getAsJsonArray("rooms");
        assertEquals(1, rooms.size());
        JsonArray inUse = rooms.get(0).getAsJsonObject().getAsJsonArray("inUse");
        assertEquals(12 * 6 + 1, inUse.size(), "up to now: noon");
        assertEquals(0, inUse.get(9 * 6 - 1).getAsInt());
        assertEquals(1, inUse.get(9 * 6).getAsInt());
        assertEquals(2, inUse.get(9 * 6 + 1).getAsInt());
        assertEquals(1, inUse.get(9 * 6 + 3).getAsInt());
        assertEquals(0, inUse.get(10 * 6).getAsInt());
    }

    @Test
    void searchFindsWhoIsThereBeforeWhoWas() throws Exception {
        server.board.put(TestServer.kevinAt(TestServer.B7));
        add("B105A3", "B105", "kevin.leroy", "Kévin Leroy", NINE, NINE.plusSeconds(60));
        JsonArray found = server.as("viewer").object("/api/search?q=KEVIN").getAsJsonArray("results");
        assertEquals("session", found.get(0).getAsJsonObject().get("type").getAsString());
        assertEquals(
                "/machine/a201b7", found.get(0).getAsJsonObject().get("href").getAsString());
        assertEquals(
                "/person/kevin.leroy",
                found.get(1).getAsJsonObject().get("href").getAsString());
        assertEquals(2, found.size());
    }

    @Test
    void searchFindsRoomsMachinesAndAddresses() throws Exception {
        TestBrowser teacher = server.as("teacher");
        assertEquals("[\"room\",\"machine\",\"machine\"]", types(teacher, "a201"));
        assertEquals("[\"machine\",\"machine\"]", types(teacher, "10.2.3.2"));
        assertEquals("[\"machine\"]", types(teacher, "A201B7"));
        assertEquals("[]", types(teacher, "b105"));
        assertEquals("[]", types(teacher, "absent"), "people of elsewhere are nobody's business");
        assertEquals("[\"person\"]", types(server.as("viewer"), "Zoe"));
        assertEquals(400, teacher.get("/api/search?q=").statusCode());
        assertEquals(400, teacher.get("/api/search?q=" + "x".repeat(101)).statusCode());
    }

    private static String types(TestBrowser browser, String text) throws Exception {
        JsonArray types = new JsonArray();
        browser.object("/api/search?q=" + text)
                .getAsJsonArray("results")
                .forEach(one -> types.add(one.getAsJsonObject().get("type")));
        return types.toString();
    }

    private static JsonObject row(JsonObject page) {
        return page.getAsJsonArray("rows").get(0).getAsJsonObject();
    }

    private static List<String> accounts(JsonObject page) {
        return page.getAsJsonArray("rows").asList().stream()
                .map(row -> row.getAsJsonObject().get("account").getAsString())
                .toList();
    }
}
