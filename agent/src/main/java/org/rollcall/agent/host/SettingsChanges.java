package org.rollcall.agent.host;

import java.time.Duration;

/** Tells that settings may have changed. One thread arms and waits in turns; any thread may wake it. */
public interface SettingsChanges extends AutoCloseable {

    /** Call it before the settings are read: what changes from now on ends the next wait. */
    void arm();

    /** Returns when something may have changed, when woken, and after {@code most} in any case. */
    void await(Duration most) throws InterruptedException;

    /** Ends the wait, or the next one. */
    void wake();

    /** For the thread that waits, when it ends. */
    @Override
    void close();

    /** Where the system tells nothing: the end of each wait is the time to look. */
    static SettingsChanges polled() {
        return new SettingsChanges() {
            private boolean woken;

            @Override
            public void arm() {}

            @Override
            public synchronized void await(Duration most) throws InterruptedException {
                if (!woken) {
                    wait(most.toMillis());
                }
                woken = false;
            }

            @Override
            public synchronized void wake() {
                woken = true;
                notifyAll();
            }

            @Override
            public void close() {}
        };
    }
}
