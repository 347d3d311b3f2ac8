package org.rollcall.tests.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.service.CentralService;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.central.store.SessionRow;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.CentralSetup;
import org.rollcall.tests.fixture.OnEachServer;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Slixmpp;
import org.rollcall.tests.fixture.XmppServer;

/** From a machine's logon to the answer that somebody reads in an XMPP client. */
@OnEachServer
class CentralIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PC = "a201b7";

    private final ServerKind kind;
    private XmppServer server;
    private CentralSetup setup;
    private CentralService central;
    private PlayedPc pc;

    CentralIT(ServerKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() throws Exception {
        server = kind.start();
        server.createAccounts(Map.of("teacher", "pencil", "stranger", "nobody"));
        setup = CentralSetup.on(server)
                .rooms("A201B7,A201\nA201B8,A201\n")
                .people("login,fullname,group\nkevin.marchais,Kévin Marchais,LP D2i\n")
                .with("[access]\nviewers = [\"teacher@" + server.domain() + "\"]");
        central = setup.start();
        pc = new PlayedPc(server, PC, "teacher");
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable part : new AutoCloseable[] {pc, central, server}) {
            if (part != null) {
                part.close();
            }
        }
    }

    @Test
    void whoLogsOnIsOnTheBoardInTheHistoryAndInEveryAnswer() throws Exception {
        await("the machine", Condition.FREE);
        Instant since = pc.somebody("kevin.marchais");
        await("the logon", Condition.IN_USE);
        MachineNow now = now();
        assertEquals("Kévin Marchais", now.active().fullName());
        assertEquals("LP D2i", now.active().group());
        assertEquals(since, now.active().since());
        SessionRow open = Await.value(
                "the session", LIMIT, () -> rows().stream().findFirst().orElse(null));
        assertEquals(since, open.machineLogon());
        assertEquals("A201", open.room());

        try (Slixmpp teacher =
                Slixmpp.signIn(server, "teacher", "desk", "pencil").available()) {
            asksByChat(teacher);
            asksByForm(teacher);
        }
        try (Slixmpp stranger =
                Slixmpp.signIn(server, "stranger", "desk", "nobody").available()) {
            String answer = stranger.ask(centralJid(), "who room=A201");
            assertFalse(answer.contains("kevin"), answer);
        }

        pc.nobody();
        await("the logoff", Condition.FREE);
        SessionRow closed = Await.value(
                "its end",
                LIMIT,
                () -> rows().stream()
                        .filter(row -> row.logoff() != null)
                        .findFirst()
                        .orElse(null));
        assertEquals("logoff", closed.ended());
        assertEquals(1, rows().size());
        assertEquals("kevin.marchais", now().lastUser());
    }

    @Test
    void nothingIsLostOrDoubledWhenCentralAndThenTheServerGo() throws Exception {
        await("the machine", Condition.FREE);
        pc.somebody("kevin.marchais");
        await("the logon", Condition.IN_USE);

        central.close();
        pc.nobody();
        central = setup.start();
        await("what happened without central", Condition.FREE);
        Await.until("the first one's end", LIMIT, () -> ended() == 1);

        server.stop();
        pc.somebody("anna.lind");
        server.start();
        await("what happened without a server", Condition.IN_USE);
        Await.until("the second one", LIMIT, () -> rows().size() == 2);
        assertEquals("anna.lind", now().active().user());

        pc.cutPower();
        await("the machine's loss", Condition.LOST);
        assertEquals("anna.lind", now().sessions().get(0).user());
        assertEquals(1, ended());
        assertEquals(2, rows().size());
    }

    private void asksByChat(Slixmpp teacher) {
        for (String question : List.of("who room=A201", "where user=kev", "history machine=a201b7")) {
            String answer = teacher.ask(centralJid(), question);
            assertTrue(answer.contains("kevin.marchais") && answer.contains("A201B7"), question + ": " + answer);
        }
        String nobody = teacher.ask(centralJid(), "where user=\"'; DROP TABLE session; --\"");
        assertFalse(nobody.contains("kevin"), nobody);
        String all = teacher.ask(centralJid(), "where user=%");
        assertFalse(all.contains("kevin"), all);
    }

    private void asksByForm(Slixmpp teacher) {
        for (Map.Entry<String, Map<String, String>> question : Map.of(
                        "who",
                        Map.of("room", "A201"),
                        "where",
                        Map.of("user", "Marchais"),
                        "history",
                        Map.of("user", "kevin", "room", "a201"))
                .entrySet()) {
            String node = "urn:rollcall:1#" + question.getKey();
            String to = centralJid() + "/central";
            JsonObject form = teacher.command(to, node, "execute", null, null);
            assertEquals("executing", form.get("status").getAsString(), form.toString());
            JsonObject answer =
                    teacher.command(to, node, "complete", form.get("session").getAsString(), question.getValue());
            JsonArray items = answer.getAsJsonObject("form").getAsJsonArray("items");
            assertEquals(1, items.size(), answer.toString());
            JsonObject row = items.get(0).getAsJsonObject();
            assertEquals("kevin.marchais", row.get("user").getAsString(), answer.toString());
            assertEquals("A201B7", row.get("machine").getAsString(), answer.toString());
        }
    }

    private void await(String what, Condition condition) {
        Await.until(what + " on " + kind, LIMIT, () -> now().condition() == condition && !now().unconfirmed());
    }

    private MachineNow now() {
        return central.board().machine(PC).orElseThrow();
    }

    private List<SessionRow> rows() {
        return central.stores().history().find(HistoryQuery.latest(100));
    }

    private long ended() {
        return rows().stream().filter(row -> row.logoff() != null).count();
    }

    private String centralJid() {
        return XmppServer.CENTRAL + "@" + server.domain();
    }
}
