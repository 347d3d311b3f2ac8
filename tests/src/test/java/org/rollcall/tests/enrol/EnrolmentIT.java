package org.rollcall.tests.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.OnEachServer;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Slixmpp;

/** Central's desk on real servers, asked by many PCs and by whoever has stolen their secret. */
@OnEachServer
class EnrolmentIT extends WithSite {
    private static final int PCS = 50;

    EnrolmentIT(ServerKind kind) {
        super(kind, "A201B7,A201\n");
    }

    @Test
    void fiftyPcsEnrolAtOnceWithOneSecret() throws Exception {
        site.orders("open-enrolment", "room", "all", "for", "1h");
        List<NewPc> pcs = new ArrayList<>();
        for (int i = 1; i <= PCS; i++) {
            pcs.add(new NewPc(site.server, "B105P" + i, "hw" + i));
        }
        ExecutorService each = Executors.newFixedThreadPool(PCS);
        long start = System.nanoTime();
        List<Future<String>> told =
                pcs.stream().map(pc -> each.submit(() -> pc.asks(Site.SECRET))).toList();
        for (int i = 0; i < PCS; i++) {
            assertEquals(
                    "b105p" + (i + 1) + "@" + site.server.domain(),
                    told.get(i).get(Site.LIMIT.toSeconds(), TimeUnit.SECONDS));
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        System.out.println(PCS + " PCs enrolled at once on " + kind + " in " + millis + " ms");
        List<Future<Boolean>> in = pcs.stream()
                .map(pc -> each.submit(() -> pc.signsIn().isEmpty()))
                .toList();
        for (Future<Boolean> one : in) {
            assertTrue(one.get(Site.LIMIT.toSeconds(), TimeUnit.SECONDS));
        }
        each.shutdown();
        for (int i = 1; i <= PCS; i++) {
            assertTrue(site.isKnown("b105p" + i));
        }
    }

    @Test
    void aKnownNameWithOtherHardwareDoesNotGetInUntilAPersonHasSaidYes() throws Exception {
        site.orders("open-enrolment", "room", "A201", "for", "1h");
        NewPc first = new NewPc(site.server, "A201B7", "first");
        assertTrue(first.asks(Site.SECRET).startsWith("a201b7@"));
        NewPc other = new NewPc(site.server, "A201B7", "other");
        assertEquals("hardware", other.asks(Site.SECRET));
        assertTrue(other.signsIn().isPresent());
        assertTrue(first.signsIn().isEmpty());
        String listed = site.asks("enrolment");
        assertTrue(listed.contains("waiting\tA201\ta201b7\thardware"), listed);
        site.orders("close-enrolment");
        site.orders("approve", "machine", "a201b7");
        assertTrue(other.asks(Site.SECRET).startsWith("a201b7@"));
        assertTrue(other.signsIn().isEmpty());
        assertTrue(first.signsIn().isPresent(), "its password is the other one's now");
    }

    @Test
    void aStolenSecretIsOfNoUseOnceTheWindowIsClosed() throws Exception {
        site.orders("open-enrolment", "room", "A201", "for", "1h");
        NewPc honest = new NewPc(site.server, "A201B7", "first");
        assertTrue(honest.asks(Site.SECRET).startsWith("a201b7@"));
        site.orders("close-enrolment", "room", "A201");
        NewPc thief = new NewPc(site.server, "A201B9", "thief");
        assertEquals("closed", thief.asks(Site.SECRET));
        assertTrue(thief.signsIn().isPresent());
        assertEquals("closed", new NewPc(site.server, "A201B7", "first").asks(Site.SECRET));
        assertEquals("hardware", new NewPc(site.server, "A201B7", "thief").asks(Site.SECRET));
        assertTrue(honest.signsIn().isEmpty());
        site.orders("refuse", "machine", "a201b9");
        assertEquals("refused", thief.asks(Site.SECRET));
    }

    @Test
    void namesThatAreNoMachinesOfTheParkAreRefusedWhateverIsOpen() throws Exception {
        site.orders("open-enrolment", "room", "all", "known", "yes");
        for (String name : List.of("LAPTOP", "admin", "windows", "enroller", "enrol")) {
            assertEquals("item-not-found", new NewPc(site.server, name, "x").asks(Site.SECRET), name);
        }
        assertEquals("PASSWORD", new NewPc(site.server, "A201B7", "x").asks("a guess"));
        site.server.createAccount("a201c1", "somebody's");
        NewPc taker = new NewPc(site.server, "A201C1", "x");
        assertEquals("hardware", taker.asks(Site.SECRET), "an account that central did not make");
        assertTrue(taker.signsIn().isPresent());
    }

    @Test
    void theEnrolmentAccountIsGoodForNothingElse() throws Exception {
        try (RealPc pc = RealPc.withAccount(site, "a201b7");
                Slixmpp thief = Slixmpp.signIn(site.server, "enrol", "thief", Site.SECRET)) {
            Await.until("the machine", Site.LIMIT, () -> site.onBoard("a201b7").isPresent());
            for (String ask : List.of("sessions", "processes", "host")) {
                assertEquals(
                        "forbidden",
                        refused(thief, pc.jid(), "get", "<ask xmlns='urn:rollcall:1' command='" + ask + "'/>"));
            }
            assertEquals("forbidden", refused(thief, pc.jid(), "set", "<new-password xmlns='urn:rollcall:1'/>"));
            assertEquals(
                    "forbidden",
                    refused(thief, site.centralJid(), "get", "<ask xmlns='urn:rollcall:1' command='who'/>"));
            String rosterOf =
                    refused(thief, "a201b7@" + site.server.domain(), "get", "<query xmlns='jabber:iq:roster'/>");
            assertTrue(
                    List.of("forbidden", "service-unavailable", "not-allowed").contains(rosterOf), rosterOf);
            for (String command :
                    List.of("add-user", "change-user-password", "delete-user", "get-registered-users-list")) {
                String condition = refused(
                        thief,
                        site.server.domain(),
                        "set",
                        "<command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/admin#"
                                + command + "' action='execute'/>");
                assertTrue(List.of("forbidden", "not-allowed", "item-not-found").contains(condition), condition);
            }
            if (kind == ServerKind.PROSODY) {
                // By our module: otherwise it would be answered its own, empty one.
                assertEquals(
                        "forbidden",
                        refused(thief, "enrol@" + site.server.domain(), "get", "<query xmlns='jabber:iq:roster'/>"));
            }
            String register = refused(
                    thief,
                    site.server.domain(),
                    "set",
                    "<query xmlns='jabber:iq:register'><username>enrol</username><password>mine</password></query>");
            assertFalse(register.isEmpty());
            thief.call("raw", "xml", "<presence to='" + pc.bareJid() + "' type='subscribe'/>");
            thief.call("raw", "xml", "<message to='" + pc.jid() + "' type='chat'><body>sessions</body></message>");
            assertEquals(1, site.central.board().machines().size());
        }
        Slixmpp.Refused asAnother = assertThrows(Slixmpp.Refused.class, () -> {
            try (Slixmpp mallory = Slixmpp.signIn(site.server, "admin", "mallory", "pw")) {
                mallory.call(
                        "iq",
                        "to",
                        site.centralJid(),
                        "type",
                        "set",
                        "payload",
                        "<enrol xmlns='urn:rollcall:1' name='A201B8'><password>" + "p".repeat(32)
                                + "</password></enrol>");
            }
        });
        assertEquals("forbidden", asAnother.condition());
    }

    private static String refused(Slixmpp from, String to, String type, String payload) {
        return assertThrows(
                        Slixmpp.Refused.class,
                        () -> System.err.println(from.call("iq", "to", to, "type", type, "payload", payload)))
                .condition();
    }
}
