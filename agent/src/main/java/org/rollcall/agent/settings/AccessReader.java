package org.rollcall.agent.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.DomainBareJid;
import org.rollcall.xmpp.command.Access;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.Setting;
import org.rollcall.xmpp.settings.Values;
import org.rollcall.xmpp.settings.XmppKeys;

/** Makes {@link Access} of {@code [access]} and {@code [central]}; who is named twice has the greater role. */
final class AccessReader {
    private final Map<BareJid, Role> people = new LinkedHashMap<>();
    private final Map<DomainBareJid, Role> domains = new LinkedHashMap<>();
    private final Values values;
    private final Problems problems;

    private AccessReader(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    static Access read(Values values, Problems problems) {
        return new AccessReader(values, problems).access();
    }

    private Access access() {
        BareJid central = values.get(AgentKeys.CENTRAL_JID);
        Role centralRole = values.get(AgentKeys.CENTRAL_ROLE);
        if (central != null && centralRole != null) {
            people.put(central, centralRole);
        }
        Pattern machines = machines();
        add(AgentKeys.VIEWERS, Role.VIEWER);
        add(AgentKeys.OPERATORS, Role.OPERATOR);
        add(AgentKeys.ADMINS, Role.ADMIN);
        people.keySet().removeIf(this::isEnrolment);
        return new Access(people, domains, machines, central);
    }

    private void add(Setting<List<BareJid>> setting, Role role) {
        List<BareJid> named = values.get(setting);
        if (named == null) {
            return;
        }
        for (BareJid jid : named) {
            if (!(jid instanceof DomainBareJid domain)) {
                people.merge(jid, role, AccessReader::greater);
            } else if (values.tried(AgentKeys.MACHINES.key())) {
                domains.merge(domain, role, AccessReader::greater);
            } else {
                problems.add(
                        values.strict(setting.key()),
                        values.where(setting.key()),
                        "access.machines.missing",
                        setting.key(),
                        domain);
            }
        }
    }

    private Pattern machines() {
        Pattern machines = values.get(AgentKeys.MACHINES);
        if (machines == null) {
            return null;
        }
        String user = values.get(XmppKeys.USER);
        // Localparts are lower case, but people write [A-Z] in patterns; more machines is the safe side.
        Pattern anyCase = anyCase(machines.pattern());
        if (user != null && !anyCase.matcher(user).matches()) {
            problems.add(false, values.where(AgentKeys.MACHINES.key()), "access.machines.own", machines, user);
        }
        // The enrolment account's password is known to every machine: as a machine it has no role by its domain.
        String enrolment = values.get(AgentKeys.ENROL_USER);
        return enrolment == null
                ? anyCase
                : anyCase("(?:" + machines.pattern() + ")|(?:" + Pattern.quote(enrolment) + ")");
    }

    private static Pattern anyCase(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private boolean isEnrolment(BareJid jid) {
        String user = values.get(AgentKeys.ENROL_USER);
        boolean is = user != null
                && jid.getLocalpartOrNull() != null
                && user.equalsIgnoreCase(jid.getLocalpartOrNull().toString())
                && jid.getDomain().toString().equals(values.get(XmppKeys.DOMAIN));
        if (is) {
            problems.add(false, values.where(AgentKeys.ENROL_USER.key()), "access.enrolment", jid);
        }
        return is;
    }

    private static Role greater(Role one, Role other) {
        return one.covers(other) ? one : other;
    }
}
