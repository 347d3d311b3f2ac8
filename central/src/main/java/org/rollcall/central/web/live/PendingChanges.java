package org.rollcall.central.web.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.board.BoardListener;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;

/**
 * What has changed on the board since it was last asked: at most one entry a machine, so it is bounded by the park.
 * Filled under the board's lock, so it only takes notes.
 */
final class PendingChanges implements BoardListener {
    private Map<BareJid, Set<String>> changed = new LinkedHashMap<>();
    private long revision;
    private boolean link;
    private boolean everything;
    private List<Runnable> tasks = new ArrayList<>();

    /**
     * @param changed each machine with the rooms (null: none) that it was in before and is in no more
     * @param revision all changes up to it are in here, or were before
     * @param everything rooms or people were read anew
     * @param tasks what others want done in turn with the changes
     */
    record Batch(
            Map<BareJid, Set<String>> changed, long revision, boolean link, boolean everything, List<Runnable> tasks) {
        boolean changesAnything() {
            return !changed.isEmpty() || link || everything;
        }
    }

    PendingChanges(long revision) {
        this.revision = revision;
    }

    @Override
    public synchronized void changed(MachineNow before, MachineNow now) {
        Set<String> left = changed.computeIfAbsent(now.jid(), jid -> new HashSet<>());
        if (before != null) {
            left.add(before.place().room());
        }
        left.remove(now.place().room());
        revision = Math.max(revision, now.revision());
        notifyAll();
    }

    @Override
    public synchronized void removed(MachineNow last) {
        changed.computeIfAbsent(last.jid(), jid -> new HashSet<>())
                .add(last.place().room());
        notifyAll();
    }

    @Override
    public synchronized void linkChanged(BoardView.LinkNow now) {
        link = true;
        notifyAll();
    }

    @Override
    public synchronized void reloaded() {
        everything = true;
        notifyAll();
    }

    synchronized void run(Runnable task) {
        tasks.add(task);
        notifyAll();
    }

    /** Waits until there is something, at most so long; then takes all of it. */
    synchronized Batch take(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (changed.isEmpty() && !link && !everything && tasks.isEmpty()) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                break;
            }
            wait(millis);
        }
        Batch batch = new Batch(changed, revision, link, everything, tasks);
        changed = new LinkedHashMap<>();
        tasks = new ArrayList<>();
        link = false;
        everything = false;
        return batch;
    }
}
