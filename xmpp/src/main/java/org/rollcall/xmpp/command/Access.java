package org.rollcall.xmpp.command;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.Jid;

/**
 * Who may do what; whoever is not named may nothing.
 *
 * @param people bare JIDs, the central one among them
 * @param domains everybody of a domain, but never a machine's account: its password is within reach of whoever
 *     administers that one PC
 * @param machines the localparts of machines' accounts; null: no domain entry matches anybody
 * @param central the only JID that may ask on another's behalf
 */
public record Access(Map<BareJid, Role> people, Map<DomainBareJid, Role> domains, Pattern machines, BareJid central)
        implements Roles {

    public Access {
        people = Map.copyOf(people);
        domains = Map.copyOf(domains);
    }

    @Override
    public Optional<Role> roleOf(Jid from) {
        if (from == null) {
            return Optional.empty();
        }
        Role role = people.get(from.asBareJid());
        if (role == null && machines != null && from.getLocalpartOrNull() != null && !isMachine(from)) {
            role = domains.get(from.asDomainBareJid());
        }
        return Optional.ofNullable(role);
    }

    @Override
    public boolean isCentral(Jid from) {
        return from != null && central != null && central.equals(from.asBareJid());
    }

    private boolean isMachine(Jid from) {
        return machines.matcher(from.getLocalpartOrNull().toString()).matches();
    }
}
