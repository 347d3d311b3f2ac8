package org.rollcall.central.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrontEndFilesTest {
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
    void everyPageAnswersTheSameFile() throws Exception {
        String home = server.stranger().get("/").body();
        for (String page :
                List.of("/room/A201", "/machine/a201b7", "/person/kevin.marchais", "/history?user=k", "/wall/A201")) {
            HttpResponse<String> answer = server.stranger().get(page);
            assertEquals(200, answer.statusCode(), page);
            assertEquals(home, answer.body(), page);
        }
        assertEquals(404, server.stranger().get("/nothing").statusCode());
        assertTrue(server.stranger().get("/nothing").body().contains("<h1>Not found</h1>"));
    }

    @Test
    void filesAreKeptForEverUnderAnAddressThatChangesWithThem() throws Exception {
        String base = base(server.stranger().get("/").body());
        HttpResponse<String> file = server.stranger().get(base + "/plain.css");
        assertEquals(200, file.statusCode());
        assertEquals("text/css; charset=utf-8", header(file, "Content-Type"));
        assertTrue(header(file, "Cache-Control").contains("immutable"));
        HttpResponse<String> again =
                server.stranger().header("If-None-Match", header(file, "ETag")).get(base + "/plain.css");
        assertEquals(304, again.statusCode());
        assertEquals("no-cache", header(server.stranger().get("/assets/old/plain.css"), "Cache-Control"));
    }

    @Test
    void theLibraryComesFromThisServer() throws Exception {
        String base = base(server.stranger().get("/").body());
        for (String file : List.of("lit-html.js", "directives/repeat.js", "directive.js")) {
            HttpResponse<String> answer = server.stranger().get(base + "/lib/lit-html/" + file);
            assertEquals(200, answer.statusCode(), file);
            assertEquals("text/javascript; charset=utf-8", header(answer, "Content-Type"));
            assertEquals(200, server.stranger().get("/lib/lit-html/" + file).statusCode(), file);
        }
    }

    @Test
    void smallerFilesAreSentToThoseWhoCanReadThem() throws Exception {
        HttpResponse<String> answer =
                server.stranger().header("Accept-Encoding", "gzip, br").get("/lib/lit-html/lit-html.js");
        assertEquals("gzip", header(answer, "Content-Encoding"));
        assertTrue(header(answer, "Vary").contains("Accept-Encoding"));
        HttpResponse<String> board =
                server.as("admin").header("Accept-Encoding", "gzip").get("/api/board");
        assertEquals("gzip", header(board, "Content-Encoding"));
    }

    @Test
    void nothingElseOfTheProgramIsServed() throws Exception {
        for (String path : List.of(
                "/assets/x/../WebServer.class",
                "/assets/x/%2e%2e/WebServer.class",
                "/assets/x/..%2fWebServer.class",
                "/assets/x//etc/passwd",
                "/lib/../index.html",
                "/lib/lit-html/package.json",
                "/assets/x/messages.properties")) {
            assertTrue(server.stranger().get(path).statusCode() >= 400, path);
        }
    }

    private static String base(String html) {
        Matcher base = Pattern.compile("/assets/[0-9a-f]{16}").matcher(html);
        assertTrue(base.find(), html);
        return base.group();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
