package org.rollcall.central.enrol;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;
import org.rollcall.central.store.Enrolments;
import org.rollcall.xmpp.asking.Requests;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.NewPassword;
import org.rollcall.xmpp.stanza.NodeIq;

/**
 * Renews machines' passwords: the machine makes one up and keeps it beside the old one, the server is told, and the
 * machine goes over to whichever the server accepts.
 */
final class Rotation implements AutoCloseable {
    private static final Resourcepart AGENT = Resourcepart.fromOrThrowUnchecked("agent");
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final int AT_A_TIME = 8;

    private final Requests machines;
    private final Accounts accounts;
    private final Enrolments enrolments;
    private final InstantSource clock;
    private final Semaphore one = new Semaphore(1);
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME, task -> {
        Thread thread = new Thread(task, "rollcall-renew");
        thread.setDaemon(true);
        return thread;
    });

    Rotation(Requests machines, Accounts accounts, Enrolments enrolments, InstantSource clock) {
        this.machines = machines;
        this.accounts = accounts;
        this.enrolments = enrolments;
        this.clock = clock;
    }

    /** False: it is being done for others already. */
    boolean renew(List<BareJid> jids, Duration within, Consumer<Renewal> heard) throws InterruptedException {
        if (!one.tryAcquire()) {
            return false;
        }
        try {
            var all = jids.stream().map(jid -> workers.submit(() -> renew(jid))).toList();
            long end = System.nanoTime() + within.toNanos();
            for (int i = 0; i < all.size(); i++) {
                try {
                    heard.accept(all.get(i).get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
                } catch (TimeoutException | CancellationException e) {
                    // What is under way goes on: a password changed half-way is still the machine's choice of two.
                    all.get(i).cancel(false);
                    heard.accept(new Renewal(jids.get(i), Renewal.Result.LATE, null));
                } catch (ExecutionException e) {
                    heard.accept(new Renewal(
                            jids.get(i), Renewal.Result.FAILED, e.getCause().toString()));
                }
            }
            return true;
        } finally {
            one.release();
        }
    }

    private Renewal renew(BareJid jid) throws InterruptedException {
        String password;
        try {
            password = ask(jid);
        } catch (ExecutionException e) {
            return new Renewal(
                    jid,
                    isOff(e.getCause()) ? Renewal.Result.OFF : Renewal.Result.REFUSED,
                    e.getCause().getMessage());
        } catch (TimeoutException e) {
            return new Renewal(jid, Renewal.Result.LATE, null);
        } catch (MalformedException e) {
            return new Renewal(jid, Renewal.Result.REFUSED, e.getMessage());
        }
        try {
            accounts.changePassword(jid, password);
        } catch (AccountException e) {
            return new Renewal(jid, Renewal.Result.FAILED, e.getMessage());
        }
        enrolments.renewed(jid, clock.instant());
        return new Renewal(jid, Renewal.Result.DONE, null);
    }

    private String ask(BareJid jid)
            throws InterruptedException, ExecutionException, TimeoutException, MalformedException {
        IQ question = NodeIq.set(JidCreate.fullFrom(jid.asEntityBareJidOrThrow(), AGENT), NewPassword.request());
        IQ answer = machines.ask(question, WITHIN)
                .toCompletableFuture()
                .get(WITHIN.toMillis() + 1_000, TimeUnit.MILLISECONDS);
        return NewPassword.from(answer instanceof NodeIq iq ? iq.node() : null);
    }

    /** The server's word: a machine never says so itself. */
    private static boolean isOff(Throwable failure) {
        return failure instanceof XMPPErrorException error
                && error.getStanzaError().getCondition() == StanzaError.Condition.service_unavailable;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
