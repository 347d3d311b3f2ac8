package org.rollcall.central.enrol;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jivesoftware.smack.packet.IQ;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;
import org.rollcall.central.hardware.Hardware;
import org.rollcall.xmpp.command.CommandRunner;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.stanza.Enrol;
import org.rollcall.xmpp.stanza.Enrolment;
import org.rollcall.xmpp.stanza.Enrolment.Reasons;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.Namespace;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.text.MachineName;
import org.rollcall.xmpp.text.XmlText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where new PCs ask for an account: heard from the enrolment account alone, four at a time, a few hundred waiting; beyond
 * that they are told to come again.
 */
final class Desk implements AutoCloseable {
    static final int AT_A_TIME = 4;
    static final int MOST_QUEUED = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final Duration BUSY = Duration.ofSeconds(5);
    private static final Duration WAITING = Duration.ofSeconds(60);
    private static final Duration SERVER_TROUBLE = Duration.ofSeconds(30);
    private static final Duration REFUSED = Duration.ofHours(1);

    private final Entity entity;
    private final BareJid account;
    private final String domain;
    private final Rules rules;
    private final Enroller enroller;
    private final Applicants applicants;
    private final EnrolmentAudit audit;
    private final InstantSource clock;
    private final Executor workers;
    private final Throttle throttle;
    private final Random random;
    private final AtomicLong strangers = new AtomicLong();
    private volatile String trouble;

    /**
     * @param account the enrolment account
     * @param domain of the machines' accounts
     */
    Desk(
            Entity entity,
            BareJid account,
            String domain,
            Rules rules,
            Enroller enroller,
            Applicants applicants,
            EnrolmentAudit audit,
            InstantSource clock,
            Executor workers,
            Random random) {
        this.entity = entity;
        this.account = account;
        this.domain = domain;
        this.rules = rules;
        this.enroller = enroller;
        this.applicants = applicants;
        this.audit = audit;
        this.clock = clock;
        this.workers = workers;
        this.random = random;
        throttle = new Throttle(clock);
        entity.answer(IQ.Type.set, Enrol.ELEMENT, Namespace.ROLLCALL, this::received);
    }

    static ThreadPoolExecutor workers() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                AT_A_TIME, AT_A_TIME, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_QUEUED), task -> {
                    Thread thread = new Thread(task, "rollcall-enrol");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** How many others than the enrolment account have asked. */
    long strangers() {
        return strangers.get();
    }

    private void received(IQ request) {
        if (request.getFrom() == null || !request.getFrom().asBareJid().equals(account)) {
            strangers.incrementAndGet();
            if (entity.admits(request)) {
                entity.refuse(request, CommandRunner.stranger(Entity.language(request)));
            }
            return;
        }
        Enrol enrol;
        BareJid jid;
        try {
            enrol = Enrol.from(request instanceof NodeIq iq ? iq.node() : null);
            jid = JidCreate.entityBareFrom(MachineName.localpart(enrol.name()) + "@" + domain);
        } catch (MalformedException e) {
            entity.refuse(request, new Refusal(Refusal.Reason.BAD_REQUEST, e.getMessage()));
            return;
        } catch (XmppStringprepException | IllegalArgumentException e) {
            entity.refuse(request, new Refusal(Refusal.Reason.BAD_REQUEST, "<enrol>: the name makes no account"));
            return;
        }
        if (!throttle.begin(jid)) {
            answer(request, busy());
            return;
        }
        try {
            workers.execute(() -> work(request, enrol, jid));
        } catch (RejectedExecutionException full) {
            throttle.end(jid);
            answer(request, busy());
        }
    }

    private void work(IQ request, Enrol enrol, BareJid jid) {
        Hardware hardware = Hardware.of(enrol);
        String details = "hardware=" + hardware.id();
        try {
            Verdict verdict = rules.of(jid, hardware);
            if (verdict.kind() == Verdict.Kind.OUTSIDE) {
                audit.asked(account, Rules.account(jid), details, "item-not-found");
                entity.refuse(
                        request,
                        new Refusal(
                                Refusal.Reason.ITEM_NOT_FOUND,
                                Rules.account(jid) + " is no machine of the park that central knows: see park.rule and"
                                        + " the rooms file."));
            } else if (enroller.isDone(jid, hardware, enrol.password())) {
                answer(request, Enrolment.done(jid.toString()));
            } else if (verdict.kind() == Verdict.Kind.WAIT) {
                waits(request, enrol, jid, hardware, verdict.reason(), verdict.formerly());
            } else {
                admit(request, enrol, jid, hardware, verdict);
            }
        } catch (InterruptedException e) {
            // Central ends, and says nothing: the PC asks again.
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The enrolment of {} failed", jid, e);
            answer(request, Enrolment.waiting(Reasons.BUSY, later(SERVER_TROUBLE)));
        } finally {
            throttle.end(jid);
        }
    }

    private void admit(IQ request, Enrol enrol, BareJid jid, Hardware hardware, Verdict verdict)
            throws InterruptedException {
        try {
            String name = XmlText.name(enrol.name());
            if (enroller.enrol(jid, name, hardware, enrol.password(), verdict)) {
                trouble = null;
                applicants.forget(jid);
                String was = verdict.formerly() == null ? "" : " was=" + Rules.account(verdict.formerly());
                audit.asked(account, Rules.account(jid), "hardware=" + hardware.id() + was, "done");
                LOG.info("{} is enrolled{}", jid, was);
                answer(request, Enrolment.done(jid.toString()));
            } else {
                // An account that central knows nothing of: perhaps a person's.
                waits(request, enrol, jid, hardware, Reasons.HARDWARE, verdict.formerly());
            }
        } catch (AccountException e) {
            say(e.getMessage());
            audit.asked(
                    account,
                    Rules.account(jid),
                    "hardware=" + hardware.id(),
                    e.kind().name().toLowerCase(Locale.ROOT));
            answer(request, Enrolment.waiting(Reasons.BUSY, later(SERVER_TROUBLE)));
        }
    }

    private void waits(IQ request, Enrol enrol, BareJid jid, Hardware hardware, String reason, BareJid formerly) {
        boolean refused = reason.equals(Reasons.REFUSED);
        if (refused) {
            applicants.done(jid, hardware.fingerprint());
        } else {
            applicants.waits(new Applicant(
                    jid,
                    XmlText.name(enrol.name()),
                    rules.room(jid),
                    hardware,
                    reason,
                    formerly,
                    XmlText.name(enrol.version()),
                    clock.instant(),
                    clock.instant()));
        }
        audit.asked(account, Rules.account(jid), "hardware=" + hardware.id(), reason);
        answer(request, Enrolment.waiting(reason, refused ? REFUSED : later(WAITING)));
    }

    private Enrolment busy() {
        return Enrolment.waiting(Reasons.BUSY, later(BUSY));
    }

    /** Not all of a room at once. */
    private Duration later(Duration least) {
        return least.plusSeconds(random.nextInt((int) least.toSeconds() / 2 + 1));
    }

    private void answer(IQ request, Enrolment enrolment) {
        entity.send(NodeIq.result(request, enrolment.toXml()));
    }

    /** Once for each reason: a whole park may be asking. */
    private void say(String sentence) {
        String reason = sentence.substring(sentence.indexOf(": ") + 1);
        if (!reason.equals(trouble)) {
            trouble = reason;
            LOG.error("Enrolment cannot go on, PCs are told to come again: {}", sentence);
        }
    }

    @Override
    public void close() {
        if (workers instanceof ThreadPoolExecutor pool) {
            pool.shutdownNow();
        }
    }
}
