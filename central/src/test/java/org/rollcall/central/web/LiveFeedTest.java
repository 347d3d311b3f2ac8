package org.rollcall.central.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.central.access.Grants;
import org.rollcall.central.board.Condition;
import org.rollcall.xmpp.command.Role;

class LiveFeedTest {
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
    void aPageGetsEverythingFirstAndThenWhatChanges() throws Exception {
        TestPage page = server.as("admin").live("");

        JsonObject all = page.next();
        assertEquals("snapshot", all.get("type").getAsString());
        assertEquals(List.of("A201B7", "A201B8", "B105A3"), names(all));
        assertEquals("free", machine(all, 0).get("condition").getAsString());
        JsonObject plan = all.getAsJsonArray("rooms").get(0).getAsJsonObject().getAsJsonObject("plan");
        assertEquals(6, plan.get("columns").getAsInt(), "a door is on the plan too");

        server.board.put(TestServer.kevinAt(TestServer.B7));
        JsonObject change = page.next();
        assertEquals("changes", change.get("type").getAsString());
        assertEquals(List.of("A201B7"), names(change));
        assertEquals("in-use", machine(change, 0).get("condition").getAsString());
        JsonObject room = change.getAsJsonArray("rooms").get(0).getAsJsonObject();
        assertEquals("A201", room.get("name").getAsString());
        assertEquals(1, room.get("inUse").getAsInt());
        assertEquals(4, change.get("revision").getAsLong());
    }

    @Test
    void whoMaySeeOneRoomHearsOfThatRoomAlone() throws Exception {
        TestPage page = server.as("teacher").live("");
        assertEquals(List.of("A201B7", "A201B8"), names(page.next()));

        server.board.put(TestServer.kevinAt(TestServer.A3));
        server.board.put(TestServer.kevinAt(TestServer.B8));

        assertEquals(List.of("A201B8"), names(page.next()), "the first change was none of his");
        assertTrue(page.isQuiet());
    }

    @Test
    void whoMaySeeNothingHearsNothing() throws Exception {
        TestPage page = server.as("nobody").live("");
        JsonObject all = page.next();
        assertEquals(0, all.getAsJsonArray("rooms").size());
        assertEquals(0, all.getAsJsonArray("machines").size());
    }

    @Test
    void aPageThatComesBackGetsWhatItMissed() throws Exception {
        TestBrowser admin = server.as("admin");
        TestPage page = admin.live("");
        JsonObject all = page.next();
        page.close();
        server.board.put(TestServer.kevinAt(TestServer.B7));
        server.board.remove(TestServer.A3.jid());

        String back = "?epoch=" + all.get("epoch").getAsString() + "&since="
                + all.get("revision").getAsLong();
        JsonObject missed = admin.live(back).next();

        assertEquals("changes", missed.get("type").getAsString());
        assertEquals(List.of("A201B7"), names(missed));
        assertEquals("[\"b105a3@iut.rdz\"]", missed.get("removed").toString());
        assertTrue(missed.has("link"));
    }

    @Test
    void whatOneMayNotSeeIsNotCaughtUpWithEither() throws Exception {
        TestBrowser teacher = server.as("teacher");
        JsonObject all = teacher.live("").next();
        server.board.put(TestServer.kevinAt(TestServer.A3));
        server.board.remove(TestServer.A3.jid());

        JsonObject missed = teacher.live("?epoch=" + all.get("epoch").getAsString() + "&since=0")
                .next();

        assertEquals(List.of("A201B7", "A201B8"), names(missed));
        assertEquals("[]", missed.get("removed").toString());
    }

    @Test
    void revisionsOfAnotherLifeOfCentralSayNothing() throws Exception {
        assertEquals(
                "snapshot",
                server.as("admin")
                        .live("?epoch=another&since=2")
                        .next()
                        .get("type")
                        .getAsString());
    }

    @Test
    void aMachineThatMovesToAnotherRoomLeavesTheFirst() throws Exception {
        TestPage teacher = server.as("teacher").live("");
        TestPage admin = server.as("admin").live("");
        teacher.next();
        admin.next();

        server.board.put(TestServer.B8.movedTo("B105"));

        JsonObject gone = teacher.next();
        assertEquals("[\"a201b8@iut.rdz\"]", gone.get("removed").toString());
        assertEquals(List.of(), names(gone));
        JsonObject moved = admin.next();
        assertEquals("[]", moved.get("removed").toString());
        assertEquals(List.of("A201B8"), names(moved));
    }

    @Test
    void roomsReadAnewAreSentWhole() throws Exception {
        TestPage page = server.as("admin").live("");
        page.next();
        server.board.reload();
        assertEquals("snapshot", page.next().get("type").getAsString());
    }

    @Test
    void theLinksLossIsTold() throws Exception {
        TestPage page = server.as("teacher").live("");
        page.next();
        server.board.link(false, TestServer.NOON);
        JsonObject link = page.next().getAsJsonObject("link");
        assertFalse(link.get("up").getAsBoolean());
        assertEquals("2026-11-23T12:00:00Z", link.get("since").getAsString());
    }

    @Test
    void aPageOfWhoHasSignedOutEnds() throws Exception {
        TestBrowser admin = server.as("admin");
        TestPage page = admin.live("");
        page.next();
        assertEquals(200, admin.post("/api/sign-out", "{}").statusCode());
        assertEquals(4401, page.closeCode());
    }

    @Test
    void newRightsAreSeenAtOnceWhenSomebodyLooks() throws Exception {
        TestPage page = server.as("teacher").live("");
        assertEquals(2, names(page.next()).size());
        server.grants = new Grants(Map.of("teacher", Role.VIEWER), Map.of());
        // Signing out of one makes the feed look at all.
        server.as("viewer").post("/api/sign-out", "{}");
        assertEquals(3, names(page.next()).size());
    }

    @Test
    void nobodyWhoIsNotSignedInAndNoOtherPageIsLetIn() throws Exception {
        refused(server.stranger());
        refused(server.as("admin").header("Cookie", "rollcall-session=token99"));
        assertEquals(0, server.pages());
    }

    @Test
    void aStormIsSentInFewMessagesAndEndsWithTheTruth() throws Exception {
        TestPage page = server.as("admin").live("");
        page.next();
        for (int i = 0; i < 2_000; i++) {
            server.board.put(i % 2 == 0 ? TestServer.kevinAt(TestServer.B7) : TestServer.B7);
        }
        server.board.put(TestServer.B7.in(Condition.OFF, TestServer.NOON));
        JsonObject last = page.next();
        int messages = 1;
        while (!machine(last, 0).get("condition").getAsString().equals("off")) {
            last = page.next();
            messages++;
        }
        assertTrue(messages < 500, messages + " messages");
    }

    @Test
    void whatAPageSaysIsNotRead() throws Exception {
        TestPage page = server.as("admin").live("");
        page.next();
        page.say("x".repeat(2_000));
        server.board.put(TestServer.kevinAt(TestServer.B7));
        assertEquals(List.of("A201B7"), names(page.next()));
    }

    @Test
    void openingTheBoardIsInTheAuditOnceAndComingBackIsNot() throws Exception {
        TestBrowser teacher = server.as("teacher");
        JsonObject all = teacher.live("").next();
        teacher.live("?since=3&epoch=" + all.get("epoch").getAsString()).next();
        assertEquals(List.of("teacher sign-in null 127.0.0.1 done", "teacher board null null done"), server.audited());
    }

    @Test
    void anEndedPageIsForgotten() throws Exception {
        TestBrowser admin = server.as("admin");
        for (int i = 0; i < 60; i++) {
            TestPage page = admin.live("");
            page.next();
            page.close();
            long end = System.nanoTime() + 10_000_000_000L;
            while (server.pages() > 10 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
        assertTrue(server.pages() <= 10, server.pages() + " pages");
    }

    private static void refused(TestBrowser browser) {
        assertThrows(ExecutionException.class, () -> browser.live(""));
    }

    static List<String> names(JsonObject message) {
        List<String> names = new ArrayList<>();
        message.getAsJsonArray("machines")
                .forEach(one -> names.add(one.getAsJsonObject().get("name").getAsString()));
        return names;
    }

    static JsonObject machine(JsonObject message, int index) {
        JsonArray machines = message.getAsJsonArray("machines");
        return machines.get(index).getAsJsonObject();
    }
}
