package org.rollcall.demo;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.rollcall.central.board.BoardListener;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;

/** Waits until so many machines have told central how they are. */
final class Everybody {
    private Everybody() {}

    /** False when some were not there in time. */
    static boolean isThere(BoardView board, int machines, Duration within) throws InterruptedException {
        Semaphore changes = new Semaphore(0);
        AutoCloseable listening = board.listen(new BoardListener() {
            @Override
            public void changed(MachineNow before, MachineNow now) {
                changes.release();
            }
        });
        try {
            long deadline = System.nanoTime() + within.toNanos();
            while (on(board) < machines) {
                if (!changes.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return on(board) >= machines;
                }
                changes.drainPermits();
            }
            return true;
        } finally {
            stop(listening);
        }
    }

    private static long on(BoardView board) {
        return board.machines().stream()
                .filter(machine -> machine.condition().isOn())
                .count();
    }

    private static void stop(AutoCloseable listening) {
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
