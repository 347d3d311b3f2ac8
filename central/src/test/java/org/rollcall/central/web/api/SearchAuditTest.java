package org.rollcall.central.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.central.access.Who;
import org.rollcall.central.fake.FakeTime;
import org.rollcall.central.store.AuditLine;
import org.rollcall.central.web.AuditNotes;
import org.rollcall.central.web.Rights;
import org.rollcall.central.web.Viewer;
import org.rollcall.central.web.Visitor;
import org.rollcall.central.web.fake.FakeAudit;
import org.rollcall.xmpp.command.Role;

class SearchAuditTest {
    private final FakeTime time = new FakeTime();
    private final FakeAudit trail = new FakeAudit();
    private final SearchAudit audit = new SearchAudit(new AuditNotes(trail, time), time);
    private final Viewer viewer = new Viewer(
            new Visitor("t", "c", Who.of("teacher"), null, true),
            new Rights(Role.VIEWER, Map.of()),
            Locale.FRENCH,
            "10.2.3.4");

    @Test
    void typingANameIsOneSearch() {
        List.of("k", "ke", "kev", "ke", "kevi").forEach(text -> audit.searched(viewer, text));
        assertEquals(List.of(), noted());
        time.pass(Duration.ofSeconds(5));
        audit.settle();
        assertEquals(List.of("kevi"), noted());
    }

    @Test
    void anotherNameIsAnotherSearch() {
        audit.searched(viewer, "kevin");
        audit.searched(viewer, "zoe");
        assertEquals(List.of("kevin"), noted());
        audit.close();
        assertEquals(List.of("kevin", "zoe"), noted());
    }

    private List<String> noted() {
        return trail.lines().stream().map(AuditLine::details).toList();
    }
}
