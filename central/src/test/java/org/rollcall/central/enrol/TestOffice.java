package org.rollcall.central.enrol;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jivesoftware.smack.packet.IQ;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.fake.FakeAccounts;
import org.rollcall.central.fake.FakeEnrolments;
import org.rollcall.central.fake.FakeTrail;
import org.rollcall.central.fake.RulePark;
import org.rollcall.central.store.Machines;
import org.rollcall.xmpp.asking.Requests;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.stanza.Enrol;
import org.rollcall.xmpp.stanza.NewPassword;
import org.rollcall.xmpp.stanza.NodeIq;

/** An office for the tests of its front ends; PCs ask at once, and machines answer what they are told to. */
public final class TestOffice {
    public final FakeAccounts accounts = new FakeAccounts();
    public final FakeEnrolments enrolments = new FakeEnrolments();
    public final Office office;
    private final Entity entity = new Entity(stanza -> true, Optional::empty, () -> null, entry -> {});

    /** @param newPassword what a machine answers; null when it is off */
    public TestOffice(Machines machines, FakeTrail trail, InstantSource clock, Function<BareJid, String> newPassword) {
        EnrolmentAudit audit = new EnrolmentAudit(trail, clock);
        Windows windows = new Windows(enrolments, audit, clock);
        Applicants applicants = new Applicants();
        Enroller enroller = new Enroller(accounts, machines, enrolments, jid -> {}, clock);
        Rules rules = new Rules(RulePark::new, machines, enrolments, windows, jid -> false, jid -> false, clock);
        Desk desk = new Desk(
                entity,
                DeskRig.ACCOUNT,
                "iut.rdz",
                rules,
                enroller,
                applicants,
                audit,
                clock,
                Runnable::run,
                new Random(1));
        Requests wire = (question, within) -> answer(question, newPassword);
        Rotation rotation = new Rotation(wire, accounts, enrolments, clock);
        office = new Office(enrolments, machines, accounts, windows, applicants, enroller, rotation, desk, clock);
    }

    private static CompletableFuture<IQ> answer(IQ question, Function<BareJid, String> newPassword) {
        String password = newPassword.apply(question.getTo().asBareJid());
        return password == null
                ? CompletableFuture.failedFuture(new IllegalStateException("it is not there"))
                : CompletableFuture.completedFuture(NodeIq.set(null, NewPassword.answer(password)));
    }

    /** A PC asks; its hardware is a number. */
    public void asks(String name, int hardware) {
        Enrol enrol = DeskRig.pc(name, hardware);
        NodeIq request = NodeIq.set(DeskRig.jid("windows"), enrol.toXml());
        request.setFrom(org.jxmpp.jid.impl.JidCreate.fullFromOrThrowUnchecked("enrol@iut.rdz/" + name + hardware));
        entity.request(request);
    }

    public List<String> waiting() {
        return office.applicants().stream().map(one -> one.jid().toString()).toList();
    }
}
