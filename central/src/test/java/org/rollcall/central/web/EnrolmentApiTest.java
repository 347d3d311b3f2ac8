package org.rollcall.central.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Enrolment as the page of what waits shows and decides it. */
class EnrolmentApiTest {
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer();
        server.enrolling.asks("A201Z9", 1);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void windowsAreOpenedAndClosedAndInTheAudit() throws Exception {
        TestBrowser admin = server.as("admin");
        post(admin, "{\"order\": \"open\", \"room\": \"A201\", \"seconds\": 7200, \"known\": true}", 200);
        post(admin, "{\"order\": \"open\", \"seconds\": 60}", 200);
        JsonObject told = admin.object("/api/enrolment");
        assertEquals(2, told.getAsJsonArray("windows").size());
        server.enrolling.asks("A201Z9", 1);
        assertEquals(
                0, admin.object("/api/enrolment").getAsJsonArray("applicants").size());
        post(admin, "{\"order\": \"close\", \"room\": \"A201\"}", 200);
        post(admin, "{\"order\": \"close\", \"room\": \"A201\"}", 404);
        post(admin, "{\"order\": \"open\", \"seconds\": 9000000}", 400);
        post(admin, "{\"order\": \"burn\"}", 400);
        assertTrue(server.audit.lines().stream().anyMatch(line -> line.action().equals("open-enrolment")));
    }

    @Test
    void aYesIsForTheHardwareThatAsked() throws Exception {
        TestBrowser admin = server.as("admin");
        JsonObject asking = admin.object("/api/enrolment")
                .getAsJsonArray("applicants")
                .get(0)
                .getAsJsonObject();
        assertEquals("closed", asking.get("reason").getAsString());
        String hardware = asking.get("hardware").getAsString();
        post(admin, "{\"order\": \"approve\", \"jid\": \"a201z9@iut.rdz\", \"hardware\": \"0000\"}", 404);
        post(admin, "{\"order\": \"approve\", \"jid\": \"a201z9@iut.rdz\", \"hardware\": \"" + hardware + "\"}", 200);
        server.enrolling.asks("A201Z9", 1);
        assertEquals(
                0, admin.object("/api/enrolment").getAsJsonArray("applicants").size());
        assertEquals(1, server.enrolling.accounts.passwords.size());
    }

    @Test
    void whoIsNoAdministratorHasNoSuchPage() throws Exception {
        for (String person : new String[] {"teacher", "viewer", "nobody"}) {
            assertEquals(404, server.as(person).get("/api/enrolment").statusCode(), person);
            post(server.as(person), "{\"order\": \"open\", \"seconds\": 60}", 404);
        }
    }

    private static void post(TestBrowser browser, String body, int status) throws Exception {
        assertEquals(status, browser.post("/api/enrolment", body).statusCode(), body);
    }
}
