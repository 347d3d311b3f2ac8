package org.rollcall.central.enrol;

import java.time.Instant;
import java.util.List;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.hardware.Hardware;
import org.rollcall.central.store.Enrolments.Word;

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
        Instant last) {

    /** Whether a person has said yes to this very hardware: it gets in when it asks again. */
    public boolean isApproved(List<Word> words) {
        return words.stream()
                .anyMatch(word ->
                        word.yes() && word.jid().equals(jid) && word.hardware().equals(hardware.fingerprint()));
    }
}
