package org.rollcall.central.enrol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jxmpp.jid.BareJid;

/** Who waits, in memory: they ask again every minute, and who has stopped asking waits no more. */
final class Applicants {
    static final int MOST = 1_000;
    private static final int MOST_OF_A_NAME = 5;
    private static final Duration GIVEN_UP = Duration.ofHours(12);

    private record Key(BareJid jid, String hardware) {}

    private final Map<Key, Applicant> waiting = new HashMap<>();

    /** Beyond the limits nobody is added: they are told to wait all the same. */
    synchronized void waits(Applicant applicant) {
        Key key = key(applicant.jid(), applicant.hardware().fingerprint());
        Applicant before = waiting.get(key);
        if (before == null) {
            forgetGone(applicant.last());
            long ofName = waiting.keySet().stream()
                    .filter(other -> other.jid().equals(applicant.jid()))
                    .count();
            if (waiting.size() >= MOST || ofName >= MOST_OF_A_NAME) {
                return;
            }
            waiting.put(key, applicant);
        } else {
            waiting.put(
                    key,
                    new Applicant(
                            applicant.jid(),
                            applicant.name(),
                            applicant.room(),
                            applicant.hardware(),
                            applicant.reason(),
                            applicant.formerly(),
                            applicant.version(),
                            before.first(),
                            applicant.last()));
        }
    }

    synchronized void done(BareJid jid, String hardware) {
        waiting.remove(key(jid, hardware));
    }

    synchronized void forget(BareJid jid) {
        waiting.keySet().removeIf(key -> key.jid().equals(jid));
    }

    /** By name, then as they came. */
    synchronized List<Applicant> all(Instant now) {
        forgetGone(now);
        List<Applicant> all = new ArrayList<>(waiting.values());
        all.sort(Comparator.comparing((Applicant one) -> one.jid().toString()).thenComparing(Applicant::first));
        return all;
    }

    private void forgetGone(Instant now) {
        waiting.values().removeIf(one -> one.last().isBefore(now.minus(GIVEN_UP)));
    }

    private static Key key(BareJid jid, String hardware) {
        return new Key(jid, hardware);
    }
}
