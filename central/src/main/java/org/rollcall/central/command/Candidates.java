package org.rollcall.central.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.enrol.Applicant;
import org.rollcall.central.enrol.Office;
import org.rollcall.central.store.Enrolments.Word;
import org.rollcall.xmpp.command.Refusal;

/** PCs that wait to be enrolled, and a person's word on them. */
final class Candidates {
    private final Offices offices;
    private final Rooms rooms;

    Candidates(Offices offices, Rooms rooms) {
        this.offices = offices;
        this.rooms = rooms;
    }

    /**
     * @param hardware which of several that ask by the same name; null: there is but one
     * @return empty when none of that name waits, as far as the asker may see
     * @throws Refusal when several ask by that name, or none of them with that hardware
     */
    Optional<BareJid> decide(Scope scope, String wanted, String hardware, boolean yes, Locale locale) throws Refusal {
        Office office = offices.find().filter(Office::enrols).orElse(null);
        BareJid jid = office == null ? null : meant(office, wanted);
        if (jid == null || !scope.covers(rooms.of(jid))) {
            return Optional.empty();
        }
        Map<String, String> found = office.hardwareOf(jid);
        List<String> ids = found.keySet().stream()
                .filter(id -> hardware == null || id.equalsIgnoreCase(hardware.strip()))
                .toList();
        if (ids.size() != 1) {
            throw Texts.badRequest(locale, "refused.which-hardware", wanted, String.join(", ", found.keySet()));
        }
        office.say(jid, found.get(ids.get(0)), yes, scope.who().id());
        return Optional.of(jid);
    }

    private static BareJid meant(Office office, String wanted) {
        return Stream.concat(
                        office.applicants().stream().map(Applicant::jid),
                        office.words().stream().map(Word::jid))
                .filter(jid -> Offices.isMeant(jid, wanted))
                .findFirst()
                .orElse(null);
    }
}
