package org.rollcall.central.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.park.Person;
import org.rollcall.central.privacy.Keep;
import org.rollcall.central.privacy.PersonalData;
import org.rollcall.central.privacy.Purge;

/** What is taken away, and that it does not come back. */
public class PrivacyTest extends StoreCase {
    private static final Keep DAYS = new Keep(Duration.ofDays(180), Duration.ofDays(90));

    @Test
    void whatWasKeptLongEnoughGoesAndTheCountsStay() {
        commit(B7, "j1", of("kevin", 1, "logon", NINE), of("kevin", 2, "logoff", at("10:00:00")));
        stores.audit().record(line("teacher@iut.rdz", "a201b7", NINE));
        stores.machines()
                .remember(MachinesTest.presence(stores.machines().find(B7).orElseThrow(), "off", NINE));
        drain();
        List<History.Usage> before = usage();
        now = NINE.plus(Duration.ofDays(181));
        commit(B7, "j2", now, of("anne", 1, "logon", now));
        assertEquals(new Purge.Purged(1, 2, 1), stores.purge().purge(DAYS, now));
        assertEquals(List.of("anne 09:00-…"), told());
        assertEquals(List.of(), stores.audit().find(null, null, null, null, null, 10, null));
        assertEquals(before, usage());
        assertEquals(null, stores.machines().find(B7).orElseThrow().lastUser());
        assertFalse(stores.personalData().export("kevin").contains("Kev"));
        reopen();
        assertEquals(null, stores.machines().find(B7).orElseThrow().lastUser());
        assertEquals(new Purge.Purged(0, 0, 0), stores.purge().purge(DAYS, now));
    }

    @Test
    void aLateJournalDoesNotBringBackWhatWasPurged() {
        commit(B7, "j1", of("kevin", 1, "logon", NINE), of("kevin", 2, "logoff", at("10:00:00")));
        now = NINE.plus(Duration.ofDays(200));
        stores.purge().purge(DAYS, now);
        List<History.Usage> counted = usage();
        assertEquals(
                2,
                commit(B7, "j1", now, of("kevin", 1, "logon", NINE), of("kevin", 2, "logoff", NINE))
                        .seq());
        assertEquals(
                5,
                commit(
                                B7,
                                "j1",
                                now,
                                of("anne", 3, "logon", NINE),
                                of("anne", 4, "logoff", at("11:00:00")),
                                of("jean", 5, "logon", now))
                        .seq());
        assertEquals(List.of("jean 09:00-…"), told(), "what is too old already is answered, and not kept");
        assertEquals(List.of("logon 5"), events(B7));
        assertEquals(0, missing(B7));
        assertEquals(counted, usage());
    }

    @Test
    void aSessionThatIsStillOpenStays() {
        commit(B7, "j1", of("kevin", 1, "logon", NINE));
        now = NINE.plus(Duration.ofDays(200));
        stores.purge().purge(DAYS, now);
        assertEquals(List.of("kevin 09:00-…"), told());
        commit(B7, "j1", now, of("kevin", 2, "logoff", now));
        assertEquals(List.of("kevin 09:00-09:00 logoff"), told());
    }

    @Test
    void onePersonsDataIsExportedWhole() {
        people.put("kevin", new Person("kevin", "Kévin <Marchais>", "LP D2i", false));
        commit(B7, "j1", of("kevin", 1, "logon", NINE, "sid", "S-1-5-21-7"), of("jean", 2, "logon", NINE));
        stores.audit().record(line("kevin@iut.rdz", "b105", NINE));
        drain();
        String json = stores.personalData().export("KEVIN");
        for (String part :
                List.of("Kévin <Marchais>", "LP D2i", "S-1-5-21-7", "2026-11-22T09:00:00Z", "b105", "A201")) {
            assertTrue(json.contains(part), () -> part + " is not in " + json);
        }
        assertFalse(json.contains("jean"), json);
    }

    @Test
    void onePersonIsErasedAndTheCountsStay() {
        commit(
                B7,
                "j1",
                of("kevin", 1, "logon", NINE, "sid", "S-1-5-21-7", "client", "HOME-PC"),
                of("kevin", 2, "logoff", at("10:00:00")),
                of("kevina", 3, "logon", at("10:30:00")));
        stores.machines()
                .remember(MachinesTest.presence(stores.machines().find(B7).orElseThrow(), "off", NINE));
        stores.audit().record(line("kevin@iut.rdz", "b105", NINE));
        stores.audit().record(line("teacher@iut.rdz", "kevin, kevina", NINE));
        drain();
        List<History.Usage> before = usage();
        List<BareJid> forgotten = new ArrayList<>();
        stores.onForgotten(forgotten::add);
        assertEquals(1, stores.personalData().erase("Kevin"));
        assertEquals(List.of(B7), forgotten);
        assertEquals(List.of(PersonalData.ERASED + " 09:00-10:00 logoff", "kevina 10:30-…"), told());
        assertEquals(before, usage());
        assertEquals(null, stores.machines().find(B7).orElseThrow().lastUser());
        List<AuditLine> audit = stores.audit().find(null, null, null, null, null, 10, null);
        assertEquals(PersonalData.ERASED + ", kevina", audit.get(0).target());
        assertEquals(PersonalData.ERASED, audit.get(1).who());
        String left = stores.personalData().export("kevin");
        assertFalse(left.contains("S-1-5") || left.contains("HOME-PC"), left);
        assertEquals(0, stores.personalData().erase("kevin"));
        assertEquals(0, stores.personalData().erase("%"));
    }

    private List<History.Usage> usage() {
        Instant to = NINE.plus(Duration.ofDays(1));
        return stores.history().usage(null, NINE.minus(Duration.ofDays(1)), to, ZoneOffset.UTC, History.By.HOUR);
    }

    private static AuditLine line(String who, String target, Instant at) {
        return new AuditLine(0, at, who, "viewer", "web", "history", target, null, "done");
    }
}
