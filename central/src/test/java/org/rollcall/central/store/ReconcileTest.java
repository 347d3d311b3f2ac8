package org.rollcall.central.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Presence and history agree. */
public class ReconcileTest extends StoreCase {
    @Test
    void whatPresenceHasAndHistoryLacksIsOpened() {
        commit(B7, "j1", start(1, BOOT, BOOT));
        reconcile(B7, "j1", 1, at("09:30:00"), session("kevin", NINE));
        assertEquals(List.of("kevin 09:00-…"), told());
    }

    @Test
    void whatHistoryHasOpenAndPresenceLacksIsEndedWhenLastHeardOf() {
        commit(B7, "j1", start(1, BOOT, BOOT), of("kevin", 2, "logon", NINE), of("anne", 3, "logon", at("09:10:00")));
        reconcile(B7, "j1", 3, at("09:20:00"), session("kevin", NINE), session("anne", at("09:10:00")));
        reconcile(B7, "j1", 3, at("11:00:00"), session("anne", at("09:10:00")));
        assertEquals(List.of("kevin 09:00-09:20 reconciled", "anne 09:10-…"), told());
    }

    @Test
    void afterAPowerCutTheReasonIsThePowerCut() {
        commit(B7, "j1", start(1, BOOT, BOOT), of("kevin", 2, "logon", NINE));
        commit(B7, "j2", start(1, at("12:00:00"), at("11:59:00")));
        reconcile(B7, "j2", 1, at("12:00:02"));
        assertEquals(List.of("kevin 09:00-09:00 power-lost"), told());
    }

    @Test
    void nothingIsConcludedBeforeTheEventsAreThere() {
        commit(B7, "j1", start(1, BOOT, BOOT), of("kevin", 2, "logon", NINE));
        reconcile(B7, "j1", 4, at("10:00:01"), session("anne", at("10:00:00")));
        assertEquals(List.of("kevin 09:00-…"), told());
        commit(
                B7,
                "j1",
                at("10:00:02"),
                of("kevin", 3, "logoff", at("09:30:00")),
                of("anne", 4, "logon", at("10:00:00")));
        drain();
        assertEquals(List.of("kevin 09:00-09:30 logoff", "anne 10:00-…"), told());
    }

    @Test
    void aPresenceThatWaitsIsActedOnWhenItsEventsHaveCome() {
        commit(B7, "j1", start(1, BOOT, BOOT), of("kevin", 2, "logon", NINE));
        reconcile(B7, "j1", 3, at("10:00:01"));
        commit(B7, "j1", at("10:00:02"), event(3, "clock", at("10:00:00")));
        drain();
        assertEquals(List.of("kevin 09:00-09:00 reconciled"), told());
    }

    @Test
    void aPresenceThatHistoryHasLeftBehindSaysNothing() {
        commit(B7, "j1", start(1, BOOT, BOOT), of("kevin", 2, "logon", NINE));
        reconcile(B7, "j1", 1, NINE);
        assertEquals(List.of("kevin 09:00-…"), told());
        commit(B7, "j2", start(1, at("10:00:00"), BOOT));
        reconcile(B7, "j1", 2, at("10:00:00"));
        assertEquals(List.of("kevin 09:00-…"), told(), "of an earlier journal");
    }

    @Test
    void aLogoffThatComesAfterwardsIsBelieved() {
        commit(B7, "j1", start(1, BOOT, BOOT), of("kevin", 2, "logon", NINE));
        reconcile(B7, "j1", 2, at("11:00:00"));
        commit(B7, "j1", of("kevin", 3, "logoff", at("10:15:00")));
        assertEquals(List.of("kevin 09:00-10:15 logoff"), told());
    }

    @Test
    void whoeverWasThoughtToHaveEndedAndIsThereIsOpenAgain() {
        commit(B7, "j1", start(1, BOOT, BOOT), of("kevin", 2, "logon", NINE));
        reconcile(B7, "j1", 2, at("09:30:00"));
        reconcile(B7, "j1", 2, at("09:40:00"), session("kevin", NINE));
        assertEquals(List.of("kevin 09:00-…"), told());
        reconcile(B7, "j1", 2, at("09:50:00"));
        commit(B7, "j1", of("kevin", 3, "lock", at("10:00:00")));
        assertEquals(List.of("kevin 09:00-…"), told());
    }

    @Test
    void timesOfAPresenceArePutRightToo() {
        ahead.put(B7, Duration.ofMinutes(10));
        reconcile(B7, "j0", 0, at("09:30:00"));
        commit(B7, "j1", at("09:10:00"), start(1, at("09:20:00"), BOOT));
        reconcile(B7, "j1", 1, at("09:30:00"), session("kevin", at("09:15:00")));
        assertEquals(at("09:05:00"), only().logon());
        assertEquals(at("09:15:00"), only().machineLogon());
    }
}
