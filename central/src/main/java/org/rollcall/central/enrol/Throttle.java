package org.rollcall.central.enrol;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jxmpp.jid.BareJid;

/** So many tries a minute for one name, and one at a time: a PC asks again every minute, and seldom twice. */
final class Throttle {
    private static final int MOST_A_MINUTE = 6;
    private static final int MOST_NAMES = 5_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final class Tries {
        Instant since;
        int count;
    }

    private final InstantSource clock;
    private final Map<BareJid, Tries> tries = new LinkedHashMap<>();
    private final Set<BareJid> inWork = new HashSet<>();

    Throttle(InstantSource clock) {
        this.clock = clock;
    }

    /** True: {@link #end} is to follow. */
    synchronized boolean begin(BareJid name) {
        Instant now = clock.instant();
        Tries mine = tries.remove(name);
        if (mine == null || !mine.since.plus(MINUTE).isAfter(now)) {
            mine = new Tries();
            mine.since = now;
        }
        tries.put(name, mine);
        if (tries.size() > MOST_NAMES) {
            tries.remove(tries.keySet().iterator().next());
        }
        return mine.count++ < MOST_A_MINUTE && inWork.add(name);
    }

    synchronized void end(BareJid name) {
        inWork.remove(name);
    }
}
