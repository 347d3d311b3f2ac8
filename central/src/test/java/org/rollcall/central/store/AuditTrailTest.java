package org.rollcall.central.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who did what. */
public class AuditTrailTest extends StoreCase {
    @Test
    void newestFirstAndByAllThatOneMayAskFor() {
        record("Teacher@iut.rdz", "logoff", "a201b7, a201b8", NINE);
        record("admin@iut.rdz", "restart", "A201B7", at("10:00:00"));
        record("teacher@iut.rdz", "sign-in", null, at("11:00:00"));
        drain();
        assertEquals(List.of("sign-in", "restart", "logoff"), find(null, null, null, null, null));
        assertEquals(List.of("sign-in", "logoff"), find("TEACHER@iut.rdz", null, null, null, null));
        assertEquals(List.of("restart"), find(null, "restart", null, null, null));
        assertEquals(List.of("restart", "logoff"), find(null, null, "a201B7", null, null));
        assertEquals(List.of(), find(null, null, "%", null, null));
        assertEquals(List.of("restart"), find(null, null, null, at("09:30:00"), at("11:00:00")));
        reopen();
        assertEquals(3, find(null, null, null, null, null).size());
    }

    @Test
    void pagesFollowOneAnother() {
        for (int i = 0; i < 5; i++) {
            record("admin@iut.rdz", "action-" + i, null, NINE);
        }
        drain();
        List<AuditLine> first = stores.audit().find(null, null, null, null, null, 2, null);
        assertEquals("action-4", first.get(0).action());
        List<AuditLine> second = stores.audit()
                .find(null, null, null, null, null, 2, first.get(1).id());
        assertEquals(
                List.of("action-2", "action-1"),
                second.stream().map(AuditLine::action).toList());
    }

    private void record(String who, String action, String target, Instant at) {
        stores.audit().record(new AuditLine(0, at, who, "operator", "web", action, target, "force=true", "done"));
    }

    private List<String> find(String who, String action, String target, Instant from, Instant to) {
        return stores.audit().find(who, action, target, from, to, 100, null).stream()
                .map(AuditLine::action)
                .toList();
    }
}
