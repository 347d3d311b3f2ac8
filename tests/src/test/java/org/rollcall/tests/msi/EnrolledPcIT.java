package org.rollcall.tests.msi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.tests.enrol.Site;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.OnEachServer;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.wine.WindowsPc;

/** A new PC gets the package, and is on the board with whom works at it: nobody has touched it. */
@OnEachServer
class EnrolledPcIT {
    private static final String ENROLMENT = "HKLM\\SOFTWARE\\Rollcall\\Enrolment";
    private static final String KEVIN = "session id=1 user=kevin.marchais domain=IUT logon=1790000000 station=Console";
    private static final String ANNA = "session id=2 user=anna.lind domain=IUT logon=1790000100 station=Console";

    private final ServerKind kind;

    EnrolledPcIT(ServerKind kind) {
        this.kind = kind;
    }

    @Test
    void installedItEnrolsByItselfAndStaysItselfWhenUpgraded() throws Exception {
        try (Site site = new Site(kind, "");
                WindowsPc pc = new WindowsPc()) {
            site.orders("open-enrolment", "room", "A201", "for", "1h");
            pc.bench().scenario().play(KEVIN);

            assertEquals(0, Installation.enrolling(pc, site.server, "a201b7", Site.SECRET));
            Installation.awaitUsers(pc, site, "a201b7", List.of("kevin.marchais"));
            assertFalse(pc.registry(ENROLMENT).contains(Site.SECRET), "the secret is deleted once it was of use");
            String identity = identity(pc);

            // Known from now on, with or without a window.
            site.orders("close-enrolment");
            pc.stopService(Installation.SERVICE);
            Await.until("it is off", Site.LIMIT, () -> site.onBoard("a201b7").isEmpty());
            pc.bench().scenario().play(KEVIN, ANNA);
            assertEquals(0, pc.msiexec("enrolled-upgrade.log", "/i", Installation.msi("1.0.1")));
            Installation.awaitUsers(pc, site, "a201b7", List.of("anna.lind", "kevin.marchais"));
            assertEquals(identity, identity(pc), "the machine is the same");
            // One session each, with the upgrade in the midst of one.
            Installation.await(
                    "both in the history",
                    pc,
                    () -> site.central
                                    .stores()
                                    .history()
                                    .find(HistoryQuery.latest(10))
                                    .size()
                            == 2);
        }
    }

    private static String identity(WindowsPc pc) throws Exception {
        return Files.readString(Installation.data(pc).resolve("identity"), StandardCharsets.ISO_8859_1);
    }
}
