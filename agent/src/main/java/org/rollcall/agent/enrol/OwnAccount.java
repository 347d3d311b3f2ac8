package org.rollcall.agent.enrol;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;
import org.rollcall.agent.host.HardwareIdentity;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.xmpp.Version;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.stanza.Enrol;
import org.rollcall.xmpp.text.MachineName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's own account, whose password is not among the settings: where there is none yet the link starts only
 * once central has given one; and when the server has refused it for long, central is asked anew, while the link goes
 * on trying.
 */
public final class OwnAccount implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnAccount.class);
    private static final Resourcepart CENTRAL = Resourcepart.fromOrThrowUnchecked("central");
    /** A server that is being restored from a back-up knows no account either, for a while. */
    static final Duration REFUSED_FOR_LONG = Duration.ofMinutes(15);

    private static final Enroller.Pause REAL = time -> TimeUnit.MILLISECONDS.sleep(time.toMillis());
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(5);

    private final PasswordStore store;
    private final EnrolmentState state;
    private final LongSupplier nanoTime;
    private final Runnable deleteSecret;
    private final Wire wire;
    private final Enroller enroller;
    private final Enroller.Pause pause;
    private volatile Candidates candidates;
    private volatile Link link;
    private boolean started;
    private boolean secretDeleted;
    private boolean closed;
    private Thread enrolling;

    /**
     * @param stateFile where the state of enrolment is told to others
     * @param roots CAs to trust beside the runtime's own, where no CA file is set
     * @param deleteSecret takes the enrolment secret out of the registry, once enrolled
     * @param nanoTime never goes back, as {@link System#nanoTime}
     */
    public OwnAccount(
            AgentSettings settings,
            Host host,
            PasswordStore store,
            Path stateFile,
            Supplier<Collection<X509Certificate>> roots,
            Runnable deleteSecret,
            LongSupplier nanoTime) {
        this(
                settings,
                host,
                store,
                new EnrolmentState(stateFile),
                settings.enrol() != null && settings.enrol().byInvitation()
                        ? new InvitationWire(settings.xmpp(), roots)
                        : new XmppWire(settings, central(settings), roots),
                deleteSecret,
                nanoTime,
                REAL);
    }

    OwnAccount(
            AgentSettings settings,
            Host host,
            PasswordStore store,
            EnrolmentState state,
            Wire wire,
            Runnable deleteSecret,
            LongSupplier nanoTime,
            Enroller.Pause pause) {
        this.store = store;
        this.state = state;
        this.wire = wire;
        this.pause = pause;
        this.deleteSecret = deleteSecret;
        this.nanoTime = nanoTime;
        boolean possible = settings.enrol() != null && (settings.enrol().byInvitation() || settings.central() != null);
        enroller = possible
                ? new Enroller(
                        store,
                        new SecretReader(settings.enrol().secret(), Duration.ofSeconds(30)),
                        wire,
                        question(host, settings.xmpp().user()),
                        state,
                        new Waits(new Random()),
                        pause)
                : null;
    }

    /** For the link's settings. */
    public char[] password() {
        return candidates.get();
    }

    /** Before the link's start, which is this one's to do. */
    public void use(Link theLink) {
        link = theLink;
        candidates = new Candidates(store, theLink, nanoTime, this::refused, this::signedIn);
        theLink.addListener(candidates);
    }

    /** Starts the link as soon as there is a password, and returns at once. */
    public synchronized void start() {
        if (store.current() != null) {
            startLink();
        } else {
            enrol();
        }
    }

    /** How far enrolment has come, in one sentence; empty while nothing is to be said. */
    public String state() {
        return state.sentence();
    }

    PasswordStore store() {
        return store;
    }

    Wire wire() {
        return wire;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (enrolling != null) {
            enrolling.interrupt();
        }
    }

    private void refused(long nanos) {
        if (nanos >= REFUSED_FOR_LONG.toNanos()) {
            enrol();
        }
    }

    private synchronized void enrol() {
        if (closed || enrolling != null) {
            return;
        }
        if (enroller == null) {
            state.trouble(
                    "the server refuses this machine's password, and enrolment is not set up here (enrol.user and "
                            + "central.jid, or enrol.invitation-file): an administrator has to");
            return;
        }
        state.progress(
                store.current() == null
                        ? "this machine has no account yet and asks for one"
                        : "the server has refused this machine's password for long; a new account is asked for");
        enrolling = new Thread(this::enrolAndTell, "rollcall-enrol");
        enrolling.setDaemon(true);
        enrolling.start();
    }

    private void enrolAndTell() {
        boolean enrolled = false;
        try {
            while (!enrolled) {
                enrolled = ran();
            }
        } catch (InterruptedException e) {
            LOG.debug("no longer enrolling");
        }
        synchronized (this) {
            enrolling = null;
            if (enrolled && !closed) {
                candidates.preferNext();
                startLink();
            }
        }
    }

    /** A bug must not end it: the machine would be off for ever. */
    private boolean ran() throws InterruptedException {
        try {
            enroller.run();
            return true;
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Enrolment failed by a fault of the program and begins anew", e);
            pause.of(AFTER_A_FAULT);
            return false;
        }
    }

    private void startLink() {
        if (started) {
            link.reconnect("this machine is enrolled anew");
        } else {
            started = true;
            link.start();
        }
    }

    /** On the link's thread. */
    private synchronized void signedIn() {
        if (enrolling != null) {
            enrolling.interrupt();
        }
        state.over();
        if (!secretDeleted) {
            secretDeleted = true;
            deleteSecret.run();
        }
    }

    /** Central reckons the account from the name: where the settings give another account, its name is said. */
    private static Enroller.Question question(Host host, String user) {
        String name = MachineName.localpart(host.name()).equals(user) ? host.name() : MachineName.fromLocalpart(user);
        HardwareIdentity hardware = host.identity();
        return password ->
                new Enrol(name, hardware.uuid(), hardware.serial(), hardware.macs(), Version.text(), password);
    }

    private static EntityFullJid central(AgentSettings settings) {
        return settings.central() == null
                ? null
                : JidCreate.entityFullFrom(settings.central().asEntityBareJidOrThrow(), CENTRAL);
    }
}
