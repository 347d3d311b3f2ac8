package org.rollcall.central.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.central.ask.MachineAsker;
import org.rollcall.central.board.Condition;

class AskingTest {
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer();
        server.board.put(TestServer.kevinAt(TestServer.B7));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersComeOneALineAndThenTheEnd() throws Exception {
        server.board.put(TestServer.B8.in(Condition.OFF, TestServer.NOON));
        HttpResponse<String> answer = server.as("teacher")
                .header("Accept-Language", "fr-FR,fr;q=0.9")
                .post("/api/ask", "{\"room\":\"A201\",\"command\":\"processes\",\"arguments\":{\"sort\":\"memory\"}}");

        assertEquals(200, answer.statusCode());
        assertEquals(
                "application/x-ndjson; charset=utf-8",
                answer.headers().firstValue("Content-Type").orElseThrow());
        List<JsonObject> lines = lines(answer);
        assertEquals(3, lines.size());
        JsonObject first = lines.get(0);
        assertTrue(first.get("ok").getAsBoolean());
        JsonObject table = first.getAsJsonObject("table");
        assertEquals(
                "{\"name\":\"memory\",\"type\":\"bytes\"}",
                table.getAsJsonArray("columns").get(3).toString());
        assertEquals(
                4.2, table.getAsJsonArray("rows").get(0).getAsJsonArray().get(6).getAsDouble());
        assertEquals("off", lines.get(1).get("reason").getAsString());
        assertEquals(
                "{\"type\":\"done\",\"asked\":2,\"answered\":1}", lines.get(2).toString());

        MachineAsker.Question question = server.asker.asked().get(0);
        assertEquals("teacher", question.who().id());
        assertEquals("web", question.channel());
        assertEquals("fr", question.locale().getLanguage());
        assertFalse(question.order());
        assertEquals("memory", question.arguments().get("sort"));
    }

    @Test
    void whatChangesAMachineMustBeMeant() throws Exception {
        TestBrowser teacher = server.as("teacher");
        assertEquals(
                400,
                teacher.post("/api/ask", "{\"machines\":[\"a201b7\"],\"command\":\"logoff\"}")
                        .statusCode());
        assertEquals(List.of(), server.asker.asked());
        teacher.post("/api/ask", "{\"machines\":[\"a201b7\"],\"command\":\"logoff\",\"order\":true}");
        assertTrue(server.asker.asked().get(0).order());
    }

    @Test
    void thePeopleOfThePreviewAreHitAndNobodyElse() throws Exception {
        TestBrowser teacher = server.as("teacher");
        JsonObject preview =
                teacher.object(teacher.post("/api/ask/preview", "{\"room\":\"A201\",\"command\":\"logoff\"}"));
        JsonObject person =
                LiveFeedTest.machine(preview, 0).getAsJsonArray("people").get(0).getAsJsonObject();
        assertEquals(1, person.get("session").getAsInt());

        String order = "{\"machines\":[\"a201b7\"],\"command\":\"%s\",\"order\":true,\"sessions\":%s}";
        teacher.post(
                "/api/ask",
                order.formatted(
                        "logoff",
                        "{\"a201b7\":[{\"id\":1,\"user\":\"kevin.marchais\"},{\"id\":3,\"user\":\"anne\"}]}"));
        assertEquals(
                List.of(Map.of(TestServer.B7.jid(), Map.of("sessions", "1:kevin.marchais,3:anne"))),
                server.asker.own());

        String one = "{\"a201b7\":[{\"id\":1,\"user\":\"kevin.marchais\"}]}";
        assertEquals(400, teacher.post("/api/ask", order.formatted("kill", one)).statusCode());
        for (String wrong : List.of(
                "{}",
                "{\"a201b7\":[]}",
                "{\"a201b7\":[null]}",
                "{\"a201b7\":[{\"user\":\"anne\"}]}",
                "{\"a201b7\":[{\"id\":1,\"user\":\"\"}]}",
                "{\"a201b7\":[{\"id\":1,\"user\":\"a,2:b\"}]}")) {
            assertEquals(
                    400,
                    teacher.post("/api/ask", order.formatted("logoff", wrong)).statusCode(),
                    wrong);
        }
        assertEquals(1, server.asker.own().size());
    }

    @Test
    void machinesThatOneMayNotSeeAreNone() throws Exception {
        TestBrowser teacher = server.as("teacher");
        List<JsonObject> lines =
                lines(teacher.post("/api/ask", "{\"machines\":[\"b105a3\",\"a201b7\"],\"command\":\"sessions\"}"));
        assertEquals("no-such-machine", lines.get(0).get("reason").getAsString());
        assertTrue(lines.get(1).get("ok").getAsBoolean());
        assertEquals(
                404,
                teacher.post("/api/ask", "{\"room\":\"B105\",\"command\":\"sessions\"}")
                        .statusCode());
    }

    @Test
    void aPreviewSaysWhomItWouldHit() throws Exception {
        server.board.put(TestServer.B8.in(Condition.OFF, TestServer.NOON));
        JsonObject preview = server.as("admin")
                .object(server.as("admin")
                        .post(
                                "/api/ask/preview",
                                "{\"machines\":[\"a201b7\",\"a201b8\",\"b105a3\",\"zz\"],\"command\":\"logoff\"}"));
        assertEquals(1, preview.get("people").getAsInt());
        assertEquals(List.of("A201B7", "B105A3"), LiveFeedTest.names(preview));
        assertEquals(
                "kevin.marchais",
                LiveFeedTest.machine(preview, 0)
                        .getAsJsonArray("people")
                        .get(0)
                        .getAsJsonObject()
                        .get("user")
                        .getAsString());
        assertEquals(2, preview.getAsJsonArray("skipped").size());
        assertEquals(List.of(), server.asker.asked());
    }

    @Test
    void aPreviewLeavesOutWhatTheRoleDoesNotAllow() throws Exception {
        TestBrowser viewer = server.as("viewer");
        JsonObject preview =
                viewer.object(viewer.post("/api/ask/preview", "{\"room\":\"A201\",\"command\":\"logoff\"}"));
        assertEquals(0, preview.get("people").getAsInt());
        assertEquals(
                "forbidden",
                preview.getAsJsonArray("skipped")
                        .get(0)
                        .getAsJsonObject()
                        .get("reason")
                        .getAsString());
    }

    @Test
    void wakingIsForMachinesThatAreOff() throws Exception {
        server.board.put(TestServer.B8.in(Condition.OFF, TestServer.NOON));
        TestBrowser teacher = server.as("teacher");
        JsonObject preview =
                teacher.object(teacher.post("/api/ask/preview", "{\"machines\":[\"a201b8\"],\"command\":\"wake\"}"));
        assertEquals(List.of("A201B8"), LiveFeedTest.names(preview));
        List<JsonObject> lines = lines(teacher.post("/api/wake", "{\"machines\":[\"a201b8\"]}"));
        assertTrue(lines.get(0).get("ok").getAsBoolean());
    }

    @Test
    void nonsenseIsRefusedWithTheFieldsName() throws Exception {
        TestBrowser admin = server.as("admin");
        for (String body : List.of(
                "{\"command\":\"processes\"}",
                "{\"machines\":[],\"command\":\"processes\"}",
                "{\"machines\":[null],\"command\":\"processes\"}",
                "{\"machines\":[\"a201b7\"],\"room\":\"A201\",\"command\":\"processes\"}",
                "{\"room\":\"A201\",\"command\":\"format-disk\"}",
                "{\"room\":\"A201\"}",
                "{\"room\":\"A201\",\"command\":\"processes\",\"timeout\":1e9}",
                "{\"room\":\"A201\",\"command\":\"processes\",\"arguments\":{\"user\":\"" + "x".repeat(5_000)
                        + "\"}}")) {
            assertEquals(400, admin.post("/api/ask", body).statusCode(), body);
        }
        assertEquals(List.of(), server.asker.asked());
    }

    private static List<JsonObject> lines(HttpResponse<String> answer) {
        return answer.body()
                .lines()
                .filter(line -> !line.isEmpty())
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    @Test
    void whenThePageGoesAwayNobodyWaitsForTheRest() throws Exception {
        server.asker.neverAnswer();
        TestBrowser teacher = server.as("teacher");
        String body = "{\"room\":\"A201\",\"command\":\"sessions\"}";
        String head = "POST /api/ask HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\nCookie: "
                + teacher.header("Cookie") + "\r\nX-Rollcall-Csrf: " + teacher.header("X-Rollcall-Csrf") + "\r\n\r\n";
        try (Socket page = RawHttp.open(server.port(), head + body)) {
            assertEquals('H', page.getInputStream().read());
        }
        assertTrue(server.asker.cancelled().get(10, TimeUnit.SECONDS));
    }
}
