package org.rollcall.central.enrol;

import java.time.Instant;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.hardware.Hardware;

/**
 * A PC that has asked for an account and waits.
 *
 * @param jid what its account would be
 * @param name as it writes it
 * @param room null for none
 * @param reason one of {@link org.rollcall.xmpp.stanza.Enrolment.Reasons}
 * @param formerly the known machine of another name that this hardware was; null for none
 * @param version the agent's; null when it did not say
 */
public record Applicant(
        BareJid jid,
        String name,
        String room,
        Hardware hardware,
        String reason,
        BareJid formerly,
        String version,
        Instant first,
        Instant last) {}
