package org.rollcall.tests.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.central.store.SessionRow;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.OnEachServer;
import org.rollcall.tests.fixture.ServerKind;

/** Real agents and central: from a secret to the board, a renewed password, a new name, the account's end. */
@OnEachServer
class RealPcsIT extends WithSite {
    RealPcsIT(ServerKind kind) {
        super(kind, "");
    }

    @Test
    void aPcEnrolsRenewsItsPasswordAndIsWithdrawn() throws Exception {
        site.orders("open-enrolment", "room", "A201", "for", "1h");
        try (RealPc pc = RealPc.enrolling(site, "a201b7", "one")) {
            pc.somebody("kevin.marchais");
            Await.until("kevin on the board", Site.LIMIT, () -> users("a201b7").equals(List.of("kevin.marchais")));
            site.orders("close-enrolment");
            Await.until(
                    "its sheet",
                    Site.LIMIT,
                    () -> site.central
                            .stores()
                            .machines()
                            .sheet(JidCreate.bareFromOrThrowUnchecked(pc.bareJid()))
                            .isPresent());
            assertTrue(
                    site.central.stores().machines().all().stream().allMatch(one -> one.otherHardware() == null),
                    "what it said at the desk and what its sheet says are the same hardware");
            renews("a201b7");
            pc.restart();
            // With the new one: the server knows no other.
            renews("all");
            site.orders("withdraw", "machine", "a201b7");
            Await.until(
                    "it is gone",
                    Site.LIMIT,
                    () -> site.central.board().machine("a201b7").isEmpty());
            assertEquals("refused", new NewPc(site.server, "A201B7", "one").asks(Site.SECRET));
            assertEquals(1, rows().size(), "its history stays");
        }
    }

    @Test
    void aRenamedPcKeepsItsHistory() throws Exception {
        site.orders("open-enrolment", "room", "all", "known", "yes");
        try (RealPc pc = RealPc.enrolling(site, "a201b7", "one")) {
            pc.somebody("kevin.marchais");
            Await.until("kevin in the history", Site.LIMIT, () -> rows().size() == 1);
        }
        Await.until("off", Site.LIMIT, () -> site.onBoard("a201b7").isEmpty());
        try (RealPc pc = RealPc.enrolling(site, "a202d1", "one")) {
            pc.somebody("lea.roux");
            Await.until("lea in the history", Site.LIMIT, () -> rows().size() == 2);
        }
        assertEquals(
                List.of("a202d1", "a202d1"),
                rows().stream().map(row -> row.machine().replaceAll("@.*", "")).toList());
        assertEquals(
                List.of("A202", "A201"), rows().stream().map(SessionRow::room).toList());
        assertTrue(site.central.board().machine("a201b7").isEmpty());
    }

    /** Prosody ends the streams of an account whose password is changed: the machine is away for a moment. */
    private void renews(String whom) {
        Await.until(
                "a new password for " + whom,
                Site.LIMIT,
                () -> site.orders("renew-password", "whom", whom).contains("A201B7\tdone"));
    }

    private List<SessionRow> rows() {
        return site.central.stores().history().find(HistoryQuery.latest(10));
    }

    private List<String> users(String account) {
        return site.onBoard(account)
                .map(machine -> machine.sessions().stream()
                        .map(session -> session.user())
                        .toList())
                .orElse(List.of());
    }
}
