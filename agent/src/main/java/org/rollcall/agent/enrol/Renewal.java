package org.rollcall.agent.enrol;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jivesoftware.smack.packet.IQ;
import org.jxmpp.jid.Jid;
import org.rollcall.agent.schedule.Scheduler;
import org.rollcall.xmpp.command.Audit;
import org.rollcall.xmpp.command.AuditLog;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.stanza.Namespace;
import org.rollcall.xmpp.stanza.NewPassword;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the password when central, and nobody else, asks: makes the next one up, keeps it beside the current one and
 * answers it. When central has changed it on the server, a sign-in of a moment tells; else the next sign-in will.
 */
public final class Renewal {
    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
    /** Few, as servers shut out who is often wrong (ejabberd's mod_fail2ban). */
    private static final List<Duration> LOOKS =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));

    private final Entity entity;
    private final OwnAccount account;
    private final Jid central;
    private final Scheduler scheduler;
    private final List<Duration> looks;
    private final Audit audit = new AuditLog();
    private long turn;

    /** @param account null: the machine's password stands in its settings, and is not renewed here */
    public Renewal(Entity entity, OwnAccount account, Jid central, Scheduler scheduler) {
        this(entity, account, central, scheduler, LOOKS);
    }

    Renewal(Entity entity, OwnAccount account, Jid central, Scheduler scheduler, List<Duration> looks) {
        this.entity = entity;
        this.account = account;
        this.central = central;
        this.scheduler = scheduler;
        this.looks = looks;
        entity.answer(
                IQ.Type.set,
                NewPassword.ELEMENT,
                Namespace.ROLLCALL,
                request ->
                        // Off the reader's thread: it syncs a file.
                        scheduler.run(() -> answer(request)));
    }

    private void answer(IQ request) {
        long since = System.nanoTime();
        Locale language = Entity.language(request);
        String outcome = "done";
        try {
            entity.send(NodeIq.result(request, NewPassword.answer(renewed(request, language))));
            look(0, ++turn);
        } catch (Refusal e) {
            outcome = e.reason().condition();
            entity.refuse(request, e);
        }
        audit.record(new Audit.Entry(
                request.getFrom(),
                null,
                entity.access().roleOf(request.getFrom()),
                NewPassword.ELEMENT,
                Map.of(),
                outcome,
                Duration.ofNanos(System.nanoTime() - since),
                "iq"));
    }

    private String renewed(IQ request, Locale language) throws Refusal {
        Messages texts = Messages.beside(Renewal.class, language);
        if (central == null || !central.equals(request.getFrom())) {
            throw new Refusal(Refusal.Reason.FORBIDDEN, texts.text("renewal.central"));
        }
        if (account == null) {
            throw new Refusal(Refusal.Reason.NOT_ALLOWED, texts.text("renewal.settings"));
        }
        try {
            return account.store().makeNext();
        } catch (IOException e) {
            LOG.warn("The new password that central asks for cannot be kept in the data folder: {}", e.toString());
            throw new Refusal(Refusal.Reason.INTERNAL_SERVER_ERROR, texts.text("renewal.disk", e.toString()));
        }
    }

    private void look(int number, long mine) {
        if (number < looks.size()) {
            scheduler.runIn(looks.get(number), () -> {
                String next = account.store().next();
                if (turn == mine && next != null) {
                    Thread thread = new Thread(() -> signIn(next, number, mine), "rollcall-renewal");
                    thread.setDaemon(true);
                    thread.start();
                }
            });
        }
    }

    /** On a thread of its own, as it waits for the server. */
    private void signIn(String next, int number, long mine) {
        try {
            Optional<LinkFailure> failure = account.wire().signIn(next);
            if (failure.isEmpty()) {
                account.store().worked(next);
                LOG.info("This machine's password is renewed");
            } else {
                LOG.debug("The next password is not in force: {}", failure.get().sentence());
                look(number + 1, mine);
            }
        } catch (InterruptedException e) {
            LOG.debug("no longer looking for the new password");
        }
    }
}
