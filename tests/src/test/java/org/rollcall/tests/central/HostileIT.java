package org.rollcall.tests.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.rollcall.xmpp.text.XmlText;

/** What machines that lie, and accounts that are no machines, can tell central: nothing that is not theirs. */
@OnEachServer
class HostileIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String SCRIPT = "&lt;script&gt;alert(1)&lt;/script&gt;";
    private static final String RIGHT_TO_LEFT = "\u202Eniveek";
    private static final String SQL = "x&apos;); DROP TABLE session; --";
    /** On the way in an attribute holds 1,024 characters at most; what is longer is malformed. */
    private static final String LONG = "n".repeat(10_000);

    private final ServerKind kind;
    private XmppServer server;
    private CentralService central;
    private Slixmpp machine;

    HostileIT(ServerKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() throws Exception {
        server = kind.start();
        server.createAccounts(Map.of("a201b7", "pw", "a201b8", "pw", "a201z9", "pw", "mallory", "pw", "teacher", "pw"));
        central = CentralSetup.on(server)
                .rooms("A201B7,A201\nA201B8,A201\n")
                .with("[access]\nviewers = [\"teacher@" + server.domain() + "\"]")
                .start();
        Await.until("central's link", LIMIT, central::isUp);
        machine = Slixmpp.signIn(server, "a201b7", "agent", "pw").available();
    }

    @AfterEach
    void end() {
        machine.close();
        central.close();
        server.close();
    }

    @Test
    void namesAreTextWhateverTheyHold() {
        int seq = 0;
        for (String name : List.of(SCRIPT, RIGHT_TO_LEFT, SQL, "=HYPERLINK(&quot;http://evil&quot;)")) {
            String uid = "u" + name.hashCode();
            present(machine, machine("A201B7", session(uid, name)));
            shows(List.of(plain(name).replace('\u202E', '\uFFFD')));
            seq++;
            events(machine, "j1", seq, "logon", uid, name);
        }
        List<String> users = Await.value("four in the history", LIMIT, () -> {
            List<String> found = rows().stream().map(SessionRow::user).toList();
            return found.size() == 4 ? found : null;
        });
        assertTrue(users.contains("<script>alert(1)</script>"), users.toString());
        assertTrue(users.stream().noneMatch(user -> user.contains("\u202E")), users.toString());
        // What was to drop the table is in it.
        assertTrue(users.contains(plain(SQL)), users.toString());
    }

    @Test
    void whatIsMalformedIsDroppedAndTheLinkStaysUp() {
        present(machine, machine("A201B7", session("u1", "kevin.marchais")));
        shows(List.of("kevin.marchais"));
        present(machine, machine(LONG, session("u1", LONG)));
        present(machine, "<machine xmlns='urn:rollcall:1' name='A201B7' boot='yesterday' journal='j' seq='x'/>");
        present(machine, machine("A201B7", "<session id='one' uid='u2' user='eve' state='active' kind='console'/>"));
        Slixmpp.Refused refused = assertThrows(
                Slixmpp.Refused.class,
                () -> machine.call(
                        "iq",
                        "to",
                        centralJid(),
                        "type",
                        "set",
                        "payload",
                        "<events xmlns='urn:rollcall:1' journal='j1'><event seq='first' kind='logon'/></events>"));
        assertEquals("bad-request", refused.reason());
        String answer = events(machine, "j1", 1, "logon", "u3", LONG);
        assertTrue(answer.contains("stored"), answer);
        assertEquals(List.of("kevin.marchais"), sessions("a201b7"));
        assertTrue(central.isUp());
        assertTrue(rows().stream().allMatch(row -> row.user().length() <= XmlText.LONGEST_NAME));
    }

    @Test
    void whoIsNoMachineNeverReachesTheBoard() {
        for (String account : List.of("mallory", "a201z9")) {
            try (Slixmpp other = Slixmpp.signIn(server, account, "agent", "pw").available()) {
                present(other, machine("A201B7", session("u9", "eve")));
                Slixmpp.Refused refused =
                        assertThrows(Slixmpp.Refused.class, () -> events(other, "j9", 1, "logon", "u9", "eve"));
                assertEquals("forbidden", refused.reason());
            }
        }
        Await.until("both counted", LIMIT, () -> central.stores().machines().unknownHeard() >= 2);
        assertEquals(2, central.board().machines().size());
        assertEquals(List.of(), sessions("a201b7"));
        assertEquals(List.of(), rows());
    }

    @Test
    void aMachineSpeaksForItselfAlone() {
        present(machine, machine("A201B8", session("u1", "eve")));
        shows(List.of("eve"));
        assertEquals("A201B7", now("a201b7").name());
        assertEquals(Condition.UNKNOWN, now("a201b8").condition());
        // Servers end the stream of who says so, or put the true sender in its place.
        machine.call(
                "raw",
                "xml",
                "<iq type='set' id='f1' from='a201b8@" + server.domain() + "/agent' to='" + centralJid() + "'>"
                        + eventsXml("j1", 1, "logon", "u2", "eve") + "</iq>");
        try (Slixmpp honest = Slixmpp.signIn(server, "a201b8", "agent", "pw").available()) {
            events(honest, "j8", 1, "logon", "u8", "kevin.marchais");
        }
        assertTrue(
                rows().stream()
                        .filter(row -> row.machine().startsWith("a201b8"))
                        .allMatch(row -> row.user().equals("kevin.marchais")),
                () -> rows().toString());
    }

    @Test
    void onBehalfOfAnotherIsNothingToCentral() {
        try (Slixmpp mallory = Slixmpp.signIn(server, "mallory", "desk", "pw")) {
            Slixmpp.Refused refused = assertThrows(
                    Slixmpp.Refused.class,
                    () -> mallory.call(
                            "iq",
                            "to",
                            centralJid(),
                            "type",
                            "get",
                            "payload",
                            "<ask xmlns='urn:rollcall:1' command='who' by='teacher@" + server.domain() + "'/>"));
            assertEquals("forbidden", refused.reason());
        }
        try (Slixmpp teacher = Slixmpp.signIn(server, "teacher", "desk", "pw")) {
            String answer = teacher.call(
                            "iq",
                            "to",
                            centralJid(),
                            "type",
                            "get",
                            "payload",
                            "<ask xmlns='urn:rollcall:1' command='who'/>")
                    .getAsString();
            assertFalse(answer.contains("error"), answer);
        }
    }

    /** Directed: what central makes of it does not hang on a subscription, as any account can do that. */
    private void present(Slixmpp from, String payload) {
        from.call("raw", "xml", "<presence to='" + centralJid() + "'>" + payload + "</presence>");
    }

    private static String machine(String name, String sessions) {
        return "<machine xmlns='urn:rollcall:1' name='" + name
                + "' boot='2026-11-22T06:58:12Z' version='1' journal='j1'" + " seq='0'>" + sessions + "</machine>";
    }

    private static String session(String uid, String user) {
        return "<session id='1' uid='" + uid + "' user='" + user
                + "' state='active' kind='console' since='2026-11-22T12:09:56Z' locked='false'/>";
    }

    private static String eventsXml(String journal, int seq, String event, String uid, String user) {
        return "<events xmlns='urn:rollcall:1' journal='" + journal + "'><event seq='" + seq + "' kind='" + event
                + "' at='" + Instant.now() + "' session='1' uid='" + uid + "' user='" + user + "'/></events>";
    }

    private String events(Slixmpp from, String journal, int seq, String event, String uid, String user) {
        return from.call("iq", "to", centralJid(), "type", "set", "payload", eventsXml(journal, seq, event, uid, user))
                .getAsString();
    }

    private static String plain(String escaped) {
        return escaped.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&apos;", "'")
                .replace("&quot;", "\"");
    }

    private void shows(List<String> users) {
        try {
            Await.until(users + " on " + kind, LIMIT, () -> sessions("a201b7").equals(users));
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + ", but " + now("a201b7"), late);
        }
    }

    private MachineNow now(String account) {
        return central.board().machine(account).orElseThrow();
    }

    private List<String> sessions(String account) {
        return now(account).sessions().stream().map(session -> session.user()).toList();
    }

    private List<SessionRow> rows() {
        return central.stores().history().find(HistoryQuery.latest(100));
    }

    private String centralJid() {
        return XmppServer.CENTRAL + "@" + server.domain() + "/central";
    }
}
