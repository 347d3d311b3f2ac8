package org.rollcall.central.enrol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.hardware.Hardware;
import org.rollcall.central.store.Enrolments;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.Machines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives one who may enrol its account, and makes it a machine that central believes. */
final class Enroller {
    private static final Logger LOG = LoggerFactory.getLogger(Enroller.class);
    private static final int MOST_REMEMBERED = 5_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** @param password its hash: it is long and random, and needs no salt */
    private record Done(String hardware, byte[] password, Instant at) {}

    private final Accounts accounts;
    private final Machines machines;
    private final Enrolments enrolments;
    private final Consumer<BareJid> seek;
    private final InstantSource clock;
    private final Map<BareJid, Done> done = new LinkedHashMap<>();

    /** @param seek asks for the machine's presence */
    Enroller(Accounts accounts, Machines machines, Enrolments enrolments, Consumer<BareJid> seek, InstantSource clock) {
        this.accounts = accounts;
        this.machines = machines;
        this.enrolments = enrolments;
        this.seek = seek;
        this.clock = clock;
    }

    /** Whether the same was done a while ago: the answer was lost on the way, and may be given once more. */
    synchronized boolean isDone(BareJid jid, Hardware hardware, String password) {
        Done before = done.get(jid);
        return before != null
                && before.at().plus(REMEMBERED).isAfter(clock.instant())
                && before.hardware().equals(hardware.fingerprint())
                && MessageDigest.isEqual(before.password(), hash(password))
                && machines.isKnown(jid);
    }

    synchronized void forget(BareJid jid) {
        done.remove(jid);
    }

    /**
     * @param name as the PC writes it
     * @return false when the account exists and must not be taken over
     */
    boolean enrol(BareJid jid, String name, Hardware hardware, String password, Verdict verdict)
            throws AccountException, InterruptedException {
        try {
            accounts.add(jid, password);
        } catch (AccountException e) {
            if (e.kind() != AccountException.Kind.EXISTS) {
                throw e;
            }
            if (!verdict.mayTakeOver() && !isOurs(jid, hardware, password)) {
                return false;
            }
            accounts.changePassword(jid, password);
        }
        remember(jid, hardware, password);
        if (verdict.formerly() != null) {
            rename(verdict.formerly(), jid, name);
        }
        machines.approve(jid, name);
        machines.hardware(jid, hardware.isNothing() ? null : hardware.fingerprint(), null);
        enrolments.enrolled(jid, clock.instant());
        enrolments.forget(jid, hardware.fingerprint());
        seek.accept(jid);
        return true;
    }

    /** Made a moment ago for this very PC, though what follows then failed. */
    private synchronized boolean isOurs(BareJid jid, Hardware hardware, String password) {
        Done before = done.get(jid);
        return before != null
                && before.hardware().equals(hardware.fingerprint())
                && MessageDigest.isEqual(before.password(), hash(password));
    }

    private void rename(BareJid from, BareJid to, String name) throws InterruptedException {
        KnownMachine before = machines.find(from).orElse(null);
        if (before == null || !machines.rename(from, to, name)) {
            LOG.warn("{} was {}; both have a history, and each keeps its own", to, from);
            return;
        }
        LOG.info("{} was {}, and keeps its history", to, from);
        forget(from);
        try {
            accounts.delete(from);
        } catch (AccountException e) {
            LOG.warn("The account {} is of no machine any more and could not be deleted: {}", from, e.getMessage());
        }
    }

    private synchronized void remember(BareJid jid, Hardware hardware, String password) {
        done.remove(jid);
        done.put(jid, new Done(hardware.fingerprint(), hash(password), clock.instant()));
        if (done.size() > MOST_REMEMBERED) {
            done.remove(done.keySet().iterator().next());
        }
    }

    private static byte[] hash(String password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has it (java.security.MessageDigest).
            throw new IllegalStateException(e);
        }
    }
}
