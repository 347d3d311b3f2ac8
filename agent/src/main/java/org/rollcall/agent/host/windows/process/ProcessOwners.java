package org.rollcall.agent.host.windows.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.rollcall.agent.host.windows.Sid;

/** Remembers whose each process is, by pid and creation time, as pids are reused. */
final class ProcessOwners {
    private final LongFunction<String> owner;
    private Map<Key, String> known = new HashMap<>();

    private record Key(long pid, long createTime) {}

    /** @param owner a running process's SID by pid, null when Windows does not tell */
    ProcessOwners(LongFunction<String> owner) {
        this.owner = owner;
    }

    /** SIDs by pid; an unknown owner has no entry. Whoever ended is forgotten. */
    synchronized Map<Long, String> of(Collection<ProcessRow> rows) {
        Map<Long, String> sids = new HashMap<>();
        Map<Key, String> still = new HashMap<>();
        for (ProcessRow row : rows) {
            Key key = new Key(row.pid(), row.createTime());
            String sid = known.get(key);
            if (sid == null) {
                sid = isKernel(row) ? Sid.LOCAL_SYSTEM : owner.apply(row.pid());
            }
            if (sid != null) {
                still.put(key, sid);
                sids.put(row.pid(), sid);
            }
        }
        known = still;
        return sids;
    }

    /** "System Idle Process" and "System" have no token to read. */
    private static boolean isKernel(ProcessRow row) {
        return row.pid() == 0 || row.pid() == 4;
    }
}
