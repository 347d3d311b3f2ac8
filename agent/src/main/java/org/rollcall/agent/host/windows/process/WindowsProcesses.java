package org.rollcall.agent.host.windows.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.windows.Account;
import org.rollcall.agent.host.windows.SlowLookup;

/** All processes with their owners. Safe for any thread. */
public final class WindowsProcesses {
    /** How long one listing waits for names that Windows has to look up; the rest are unknown, and known next time. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ProcessRows rows;
    private final ProcessOwners owners;
    private final SlowLookup<String, Account> accounts;

    public WindowsProcesses(ProcessRows rows, LongFunction<String> owner, SlowLookup<String, Account> accounts) {
        this.rows = rows;
        this.owners = new ProcessOwners(owner);
        this.accounts = accounts;
    }

    public List<HostProcess> read() throws ReadingFailedException {
        List<ProcessRow> found = rows.read();
        Map<Long, String> sids = owners.of(found);
        Map<String, Account> names = names(sids);
        List<HostProcess> processes = new ArrayList<>(found.size());
        for (ProcessRow row : found) {
            processes.add(ProcessMapping.process(row, names.get(sids.get(row.pid()))));
        }
        return List.copyOf(processes);
    }

    private Map<String, Account> names(Map<Long, String> sids) {
        Map<String, Account> names = new HashMap<>();
        HashSet<String> distinct = new HashSet<>(sids.values());
        distinct.forEach(accounts::known);
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (String sid : distinct) {
            names.put(sid, accounts.within(sid, Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
        }
        return names;
    }
}
