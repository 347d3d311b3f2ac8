package org.rollcall.central.service;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.enrol.AdminLink;
import org.rollcall.central.enrol.Office;
import org.rollcall.central.enrol.Opening;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.central.store.sql.Stores;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.link.LinkSettings;
import org.rollcall.xmpp.text.MachineName;

/** Enrolment and the link that it has for itself; neither, where the settings name no administrator's account. */
final class Enrolling implements AutoCloseable {
    private final AdminLink admin;
    private final Office office;
    private final Ground ground;

    /**
     * @param hasRole people, whose accounts no PC may have
     * @param seek asks for a machine's presence
     */
    Enrolling(
            CentralSettings settings,
            Ground ground,
            Link link,
            Entity entity,
            Function<LinkSettings, Link> links,
            Predicate<BareJid> hasRole,
            Consumer<BareJid> seek,
            Clock clock) {
        this.ground = ground;
        CentralSettings.Enrolment enrolment = settings.enrolment();
        if (enrolment == null) {
            admin = null;
            office = null;
            return;
        }
        admin = new AdminLink(settings.xmpp(), enrolment, links);
        BareJid central = JidCreate.bareFromOrThrowUnchecked(
                settings.xmpp().user() + "@" + settings.xmpp().domain());
        Set<BareJid> own = enrolment.account() == null
                ? Set.of(central, enrolment.admin())
                : Set.of(central, enrolment.admin(), enrolment.account());
        Stores stores = ground.stores();
        office = new Opening(
                        entity,
                        link,
                        settings.park().domain(),
                        ground.park()::park,
                        stores.machines(),
                        stores.enrolments(),
                        stores.audit(),
                        this::isThere,
                        jid -> own.contains(jid) || hasRole.test(jid),
                        seek,
                        clock)
                .office(enrolment.account(), admin.accounts());
    }

    /** Null where central manages no accounts. */
    Office office() {
        return office;
    }

    /** Why accounts cannot be managed; empty while they can, or nobody wants it. */
    Optional<Office.Failure> failing() {
        return office == null ? Optional.empty() : office.failing();
    }

    /** Null for none. */
    String room(BareJid jid) {
        return ground.park()
                .park()
                .placeOf(MachineName.fromLocalpart(jid.getLocalpartOrThrow().toString()))
                .room();
    }

    void start() {
        if (office != null) {
            admin.start();
            office.start();
        }
    }

    private boolean isThere(BareJid jid) {
        return ground.board()
                .machine(jid)
                .filter(machine -> machine.condition().isOn())
                .isPresent();
    }

    @Override
    public void close() {
        if (office != null) {
            office.close();
            admin.close();
        }
    }
}
