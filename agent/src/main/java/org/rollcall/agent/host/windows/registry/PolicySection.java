package org.rollcall.agent.host.windows.registry;

import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.rollcall.agent.host.windows.bindings.UserenvEx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads while no policy is being applied, so that half of one is never seen. Policy may be under way for minutes, and
 * it may be what installs and starts this very program: so the wait has a limit, and then it is read all the same. The
 * change that follows is notified and read anew.
 *
 * @see <a href="https://learn.microsoft.com/previous-versions/windows/desktop/Policy/event-processing-for-registry-based-policy">Event
 *     Processing for Registry-based Policy</a>
 */
public final class PolicySection {
    private static final Logger LOG = LoggerFactory.getLogger(PolicySection.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Windows' two calls. */
    public interface Gate {
        /** Waits; null when there is no entering. */
        Object enter();

        void leave(Object entered);
    }

    private final Gate gate;
    private final Duration patience;

    public PolicySection(Gate gate, Duration patience) {
        this.gate = gate;
        this.patience = patience;
    }

    public static PolicySection ofWindows() {
        return new PolicySection(new WindowsGate(), PATIENCE);
    }

    /** For who has no right to hold policy up. */
    public static PolicySection none() {
        return new PolicySection(null, Duration.ZERO);
    }

    public <T> T inside(Supplier<T> reading) {
        if (gate == null) {
            return reading.get();
        }
        // Entered and left by one thread: what Windows makes of it is a mutex, which a thread owns.
        FutureTask<T> task = new FutureTask<>(() -> read(reading));
        Thread thread = new Thread(task, "rollcall-policy");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Once it has entered, it leaves at once.
            task.cancel(false);
            LOG.debug("Policy has been under way for {}: settings are read all the same", patience);
        } catch (InterruptedException e) {
            task.cancel(false);
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.debug("Settings are read without holding policy up", e);
        }
        return reading.get();
    }

    private <T> T read(Supplier<T> reading) {
        Object entered = gate.enter();
        if (entered == null) {
            return reading.get();
        }
        try {
            return reading.get();
        } finally {
            gate.leave(entered);
        }
    }

    private static final class WindowsGate implements Gate {
        @Override
        public Object enter() {
            return UserenvEx.INSTANCE.EnterCriticalPolicySection(true);
        }

        @Override
        public void leave(Object entered) {
            UserenvEx.INSTANCE.LeaveCriticalPolicySection((HANDLE) entered);
        }
    }
}
