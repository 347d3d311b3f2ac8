package org.rollcall.central.enrol;

import java.time.InstantSource;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.park.Park;
import org.rollcall.central.store.AuditTrail;
import org.rollcall.central.store.Enrolments;
import org.rollcall.central.store.Machines;
import org.rollcall.xmpp.asking.Requests;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.link.Link;

/**
 * What enrolment stands on, and how its parts are put together.
 *
 * @param link of central
 * @param domain of the machines' accounts
 * @param present whether a machine of that account is there now
 * @param reserved accounts that are no machine's, whatever the park says
 * @param seek asks for a machine's presence
 */
public record Opening(
        Entity entity,
        Link link,
        String domain,
        Supplier<Park> park,
        Machines machines,
        Enrolments enrolments,
        AuditTrail trail,
        Predicate<BareJid> present,
        Predicate<BareJid> reserved,
        Consumer<BareJid> seek,
        InstantSource clock) {

    /** @param account the enrolment account; null: no PC may ask */
    public Office office(BareJid account, Accounts accounts) {
        EnrolmentAudit audit = new EnrolmentAudit(trail, clock);
        Windows windows = new Windows(enrolments, audit, clock);
        Applicants applicants = new Applicants();
        Enroller enroller = new Enroller(accounts, machines, enrolments, seek, clock);
        Rules rules = new Rules(park, machines, enrolments, windows, present, reserved, clock);
        Desk desk = account == null
                ? null
                : new Desk(
                        entity,
                        account,
                        domain,
                        rules,
                        enroller,
                        applicants,
                        audit,
                        clock,
                        Desk.workers(),
                        new Random());
        Rotation rotation = new Rotation(Requests.on(link.connection()), accounts, enrolments, clock);
        return new Office(enrolments, machines, accounts, windows, applicants, enroller, rotation, desk, clock);
    }
}
