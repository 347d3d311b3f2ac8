package org.rollcall.agent.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.agent.schedule.ManualScheduler;
import org.rollcall.xmpp.command.Access;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.stanza.NewPassword;
import org.rollcall.xmpp.stanza.NodeIq;

/** What a machine answers that has its password from elsewhere, and whoever is not central. */
class RenewalTest {
    private static final EntityFullJid SELF = JidCreate.entityFullFromOrThrowUnchecked("a201b7@iut.rdz/agent");
    private static final EntityFullJid CENTRAL = JidCreate.entityFullFromOrThrowUnchecked("windows@iut.rdz/central");

    private final List<IQ> sent = new ArrayList<>();
    private final ManualScheduler scheduler = new ManualScheduler();
    private final Entity entity = new Entity(
            stanza -> sent.add((IQ) stanza),
            () -> Optional.of(SELF),
            () -> new Access(
                    Map.of(JidCreate.bareFromOrThrowUnchecked("admin@iut.rdz"), Role.ADMIN), Map.of(), null, null),
            entry -> {});

    @Test
    void aPasswordOfTheSettingsIsNotCentralsToRenew() {
        new Renewal(entity, null, CENTRAL, scheduler);
        assertEquals(StanzaError.Condition.not_allowed, asked(CENTRAL).getCondition());
        assertTrue(sent.get(0).toXML().toString().contains("stands in its settings"));
    }

    @Test
    void notEvenAnAdministratorLearnsAPassword() {
        new Renewal(entity, null, CENTRAL, scheduler);
        assertEquals(
                StanzaError.Condition.forbidden,
                asked(JidCreate.fromOrThrowUnchecked("admin@iut.rdz/gajim")).getCondition());
        assertEquals(
                StanzaError.Condition.forbidden,
                asked(JidCreate.fromOrThrowUnchecked("windows@iut.rdz/other")).getCondition());
    }

    @Test
    void withoutACentralNobodyMayAsk() {
        new Renewal(entity, null, null, scheduler);
        assertEquals(StanzaError.Condition.forbidden, asked(CENTRAL).getCondition());
    }

    private StanzaError asked(Jid from) {
        NodeIq request = NodeIq.set(SELF, NewPassword.request());
        request.setFrom(from);
        sent.clear();
        assertTrue(entity.request(request));
        return sent.get(0).getError();
    }
}
