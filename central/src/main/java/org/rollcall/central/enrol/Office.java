package org.rollcall.central.enrol;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.hardware.Hardware;
import org.rollcall.central.store.Enrolments;
import org.rollcall.central.store.Enrolments.Window;
import org.rollcall.central.store.Enrolments.Word;
import org.rollcall.central.store.Machines;
import org.rollcall.xmpp.text.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people decide about enrolment, whichever front end they come by; who may decide is the front end's business. */
public final class Office implements AutoCloseable {
    public static final Duration LONGEST_WINDOW = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(Office.class);
    private static final int TICK_SECONDS = 5;

    /** Why the server's accounts cannot be managed, one sentence. */
    public record Failure(Instant since, Sentence sentence) {}

    private final Enrolments enrolments;
    private final Machines machines;
    private final Accounts accounts;
    private final Windows windows;
    private final Applicants applicants;
    private final Enroller enroller;
    private final Rotation rotation;
    private final Desk desk;
    private final InstantSource clock;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rollcall-windows");
        thread.setDaemon(true);
        return thread;
    });

    private Instant failingSince;

    /** @param desk null: no PC may ask, and what is here serves accounts alone */
    Office(
            Enrolments enrolments,
            Machines machines,
            Accounts accounts,
            Windows windows,
            Applicants applicants,
            Enroller enroller,
            Rotation rotation,
            Desk desk,
            InstantSource clock) {
        this.enrolments = enrolments;
        this.machines = machines;
        this.accounts = accounts;
        this.windows = windows;
        this.applicants = applicants;
        this.enroller = enroller;
        this.rotation = rotation;
        this.desk = desk;
        this.clock = clock;
    }

    public void start() {
        ticks.scheduleWithFixedDelay(this::tick, 0, TICK_SECONDS, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            windows.tick();
            failing();
        } catch (RuntimeException e) {
            // An executor would end the ticking for good.
            LOG.error("Enrolment could not be looked at", e);
        }
    }

    /** Whether PCs may ask at all: {@code enrol.account} is set. */
    public boolean enrols() {
        return desk != null;
    }

    /** Why the server's accounts cannot be managed now, one sentence; empty when they can. */
    public Optional<Sentence> failure() {
        return accounts.failure();
    }

    /** The same, with since when that is known here. */
    public synchronized Optional<Failure> failing() {
        Optional<Sentence> why = accounts.failure();
        if (why.isEmpty()) {
            failingSince = null;
        } else if (failingSince == null) {
            failingSince = clock.instant();
        }
        return why.map(sentence -> new Failure(failingSince, sentence));
    }

    /** Why the server cannot even be asked now, one sentence; empty when it can. */
    public Optional<Sentence> down() {
        return accounts.down();
    }

    /** How many others than the enrolment account have asked to enrol, since the start. */
    public long strangers() {
        return desk == null ? 0 : desk.strangers();
    }

    public List<Window> windows() {
        return windows.open();
    }

    /** @param room null: all */
    public Window open(String room, Duration lasting, boolean known, String by) {
        Instant now = clock.instant();
        Window window = new Window(room, now.plus(lasting), known, now, by);
        windows.open(window);
        return window;
    }

    /**
     * @param room null: the window for all rooms
     * @return false when none was open
     */
    public boolean close(String room) {
        return windows.close(room);
    }

    public List<Applicant> applicants() {
        return applicants.all(clock.instant());
    }

    /** What people have said and was not used up yet, the newest first. */
    public List<Word> words() {
        return enrolments.words();
    }

    /**
     * The hardware that asks, or of which something was said, under a name: short names for people, and fingerprints.
     */
    public Map<String, String> hardwareOf(BareJid jid) {
        Map<String, String> found = new LinkedHashMap<>();
        applicants().stream()
                .filter(one -> one.jid().equals(jid))
                .forEach(one -> found.put(one.hardware().id(), one.hardware().fingerprint()));
        words().stream()
                .filter(word -> word.jid().equals(jid))
                .forEach(word -> found.put(Hardware.parse(word.hardware()).id(), word.hardware()));
        return found;
    }

    /**
     * A yes lets that hardware in under that name once, when it asks again.
     *
     * @param hardware its fingerprint
     */
    public void say(BareJid jid, String hardware, boolean yes, String by) {
        enrolments.say(new Word(jid, hardware, yes, clock.instant(), by));
        if (!yes) {
            applicants.done(jid, hardware);
        }
    }

    /** As if nobody had said anything. */
    public void forget(BareJid jid) {
        enrolments.words().stream()
                .filter(word -> word.jid().equals(jid))
                .forEach(word -> enrolments.forget(jid, word.hardware()));
    }

    /** Takes the account away, and believes the machine no more; its history stays. */
    public void withdraw(BareJid jid) throws AccountException, InterruptedException {
        enroller.forget(jid);
        forget(jid);
        applicants.forget(jid);
        machines.refuse(jid);
        accounts.delete(jid);
    }

    /** @return false: it is being done for others already */
    public boolean renew(List<BareJid> jids, Duration within, Consumer<Renewal> heard) throws InterruptedException {
        return rotation.renew(jids, within, heard);
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        rotation.close();
        if (desk != null) {
            desk.close();
        }
    }
}
