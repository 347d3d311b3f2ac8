package org.rollcall.xmpp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

class AuditLogTest {
    private static final Jid PUPIL = JidCreate.fromOrThrowUnchecked("pupil@iut.rdz/gajim");

    @Test
    void theAuditLineCannotBeForged() {
        String line = AuditLog.line(new Audit.Entry(
                PUPIL,
                null,
                Optional.empty(),
                "kill\" outcome=done\nfrom=\"admin@iut.rdz\"",
                Map.of("a=b", "x\r\n\u2028\u202E\"\\"),
                "forbidden",
                Duration.ofMillis(3),
                "chat"));
        assertFalse(line.contains("\n") || line.contains("\r") || line.contains("\u2028") || line.contains("\u202E"));
        assertEquals(
                "from=\"pupil@iut.rdz/gajim\" by=- role=- channel=chat"
                        + " command=\"kill\\\" outcome=done\\u000afrom=\\\"admin@iut.rdz\\\"\""
                        + " arg:\"a=b\"=\"x\\u000d\\u000a\\u2028\\u202e\\\"\\\\\" outcome=forbidden ms=3",
                line);
    }
}
