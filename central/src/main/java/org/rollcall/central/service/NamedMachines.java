package org.rollcall.central.service;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;
import org.rollcall.central.park.Park;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.Machines;
import org.rollcall.xmpp.text.MachineName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the machines that the rooms file names known, by their name's account. What a person refused stays refused. */
final class NamedMachines {
    private static final Logger LOG = LoggerFactory.getLogger(NamedMachines.class);

    private final Supplier<Park> park;
    private final Machines machines;
    private final String domain;
    private final Set<String> told = new HashSet<>();

    /** @param domain of the machines' accounts */
    NamedMachines(Supplier<Park> park, Machines machines, String domain) {
        this.park = park;
        this.machines = machines;
        this.domain = domain;
    }

    synchronized void approve() {
        for (String name : park.get().named()) {
            try {
                BareJid jid = JidCreate.entityBareFrom(MachineName.localpart(name) + "@" + domain);
                boolean waits = machines.find(jid)
                        .map(machine -> machine.standing() == KnownMachine.Standing.WAITING)
                        .orElse(true);
                if (waits) {
                    machines.approve(jid, name);
                }
            } catch (XmppStringprepException e) {
                if (told.add(name)) {
                    LOG.warn("The rooms file names {}, which makes no JID at {}: {}", name, domain, e.getMessage());
                }
            }
        }
    }
}
