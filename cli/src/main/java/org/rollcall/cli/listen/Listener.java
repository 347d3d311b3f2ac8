package org.rollcall.cli.listen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jivesoftware.smack.SmackException.NoResponseException;
import org.jivesoftware.smack.SmackException.NotConnectedException;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.PresenceBuilder;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;
import org.rollcall.central.park.ParkRule;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.link.SignedIn;
import org.rollcall.cli.settings.CliSettings;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.link.LinkSettings;
import org.rollcall.xmpp.roster.Partners;
import org.rollcall.xmpp.roster.Subscriptions;
import org.rollcall.xmpp.text.MachineName;

/** Hears what arrives for the account, until its time is over or the process is ended. */
public final class Listener {
    private static final Resourcepart CENTRAL = Resourcepart.fromOrThrowUnchecked("central");

    private final CliSettings settings;
    private final Terminal terminal;
    private final Heard heard;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<LinkFailure> replaced = new AtomicReference<>();

    public Listener(CliSettings settings, Terminal terminal, boolean json) {
        this.settings = settings;
        this.terminal = terminal;
        heard = new Heard(terminal, json);
    }

    /** As one more client of the account, which no message is sent to by choice. */
    public void listen(long seconds) throws InterruptedException {
        try (SignedIn signedIn = SignedIn.as(settings.xmpp().toLink(-1), terminal, link -> prepare(link, -1))) {
            await(signedIn, seconds);
        }
    }

    /**
     * In central's place.
     *
     * @param output where events go; they are answered for once they are synced there
     * @param machines whose events count and whose subscriptions are approved
     */
    public void asCentral(Path output, ParkRule machines, long seconds) throws InterruptedException {
        refuseBesideCentral();
        LinkSettings link = settings.xmpp().withResource(CENTRAL.toString()).toLink(0);
        Predicate<BareJid> isMachine = jid -> jid.getLocalpartOrNull() != null
                && jid.getDomain().toString().equals(settings.machineDomain())
                && machines.of(MachineName.fromLocalpart(
                                jid.getLocalpartOrThrow().toString()))
                        .isPresent();
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "rollcall-later");
            thread.setDaemon(true);
            return thread;
        });
        try (EventFile file = EventFile.open(output);
                SignedIn signedIn = SignedIn.as(link, terminal, up -> {
                    new Central(up, isMachine, file, heard);
                    new Subscriptions(
                            up,
                            new Approving(isMachine),
                            (wait, task) -> later.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS));
                    prepare(up, 0);
                })) {
            await(signedIn, seconds);
        } catch (IOException e) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("listen.file", e.getMessage()));
        } finally {
            later.shutdownNow();
        }
    }

    private void prepare(Link link, int priority) {
        XMPPConnection connection = link.connection();
        connection.addSyncStanzaListener(stanza -> heard.presence((Presence) stanza), StanzaTypeFilter.PRESENCE);
        connection.addSyncStanzaListener(stanza -> heard.message((Message) stanza), StanzaTypeFilter.MESSAGE);
        link.addListener(new LinkListener() {
            private String lastSaid;

            @Override
            public void up(XMPPConnection up) {
                lastSaid = null;
                link.trySend(PresenceBuilder.buildPresence()
                        .ofType(Presence.Type.available)
                        .setPriority(priority)
                        .build());
            }

            @Override
            public void down(LinkFailure failure) {
                if (failure.kind() == LinkFailure.Kind.CONFLICT) {
                    // Whoever took our place has it: two who take turns help nobody.
                    replaced.set(failure);
                    over.countDown();
                } else if (!failure.sentence().equals(lastSaid)) {
                    lastSaid = failure.sentence();
                    heard.note(lastSaid);
                }
            }
        });
    }

    private void await(SignedIn signedIn, long seconds) throws InterruptedException {
        heard.note(terminal.text("listen.up", signedIn.jid()));
        // Ctrl-C: say goodbye, so that the account is not held for on line until the server notices.
        Thread goodbye = new Thread(signedIn::close, "rollcall-goodbye");
        Runtime.getRuntime().addShutdownHook(goodbye);
        try {
            over.await(seconds, TimeUnit.SECONDS);
        } finally {
            removeHook(goodbye);
        }
        if (replaced.get() != null) {
            throw new CliException(ExitCode.NONE_DID, replaced.get().sentence());
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, by way of this very hook.
            Thread.yield();
        }
    }

    private void refuseBesideCentral() throws InterruptedException {
        try (SignedIn signedIn = SignedIn.as(settings.xmpp().toLink(-1), terminal)) {
            EntityFullJid central = JidCreate.entityFullFrom(signedIn.jid().asEntityBareJid(), CENTRAL);
            Ping ping = new Ping();
            ping.setTo(central);
            signedIn.connection().sendIqRequestAndWaitForResponse(ping);
        } catch (XMPPErrorException e) {
            if (e.getStanzaError().getCondition() == StanzaError.Condition.service_unavailable) {
                return;
            }
        } catch (NoResponseException e) {
            // It is there, and busy.
            throw new CliException(ExitCode.NONE_DID, terminal.text("listen.taken"));
        } catch (NotConnectedException e) {
            throw new CliException(ExitCode.NONE_DID, terminal.text("ask.disconnected", e.getMessage()));
        }
        throw new CliException(ExitCode.NONE_DID, terminal.text("listen.taken"));
    }

    /** Approves machines, and hears those whom it approved. */
    private record Approving(Predicate<BareJid> machines) implements Partners {
        @Override
        public boolean mayHearUs(BareJid jid) {
            return machines.test(jid);
        }

        @Override
        public boolean weWantToHear(BareJid jid) {
            return machines.test(jid);
        }

        @Override
        public Set<BareJid> sought() {
            return Set.of();
        }
    }
}
