package org.rollcall.agent.host.windows.action;

import java.time.Duration;
import java.util.function.IntSupplier;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.windows.bindings.Advapi32Ex;

/**
 * Restart and shutdown. Without SHUTDOWN_HYBRID a shutdown is a full one, not fast startup's hibernation; without
 * SHUTDOWN_FORCE_OTHERS it would fail where people are logged on.
 */
public final class ShutdownActions {
    private static final int FORCE = Advapi32Ex.SHUTDOWN_FORCE_OTHERS | Advapi32Ex.SHUTDOWN_FORCE_SELF;

    /** MAX_SHUTDOWN_TIMEOUT: ten years. */
    private static final long LONGEST_SECONDS = 315_360_000;

    private final Advapi32Ex api;
    private final IntSupplier lastError;
    private final Privilege privilege;

    /** Enables SeShutdownPrivilege, which every account that has it has disabled. */
    public interface Privilege {
        void enable() throws ActionFailedException;
    }

    public ShutdownActions(Advapi32Ex api, IntSupplier lastError, Privilege privilege) {
        this.api = api;
        this.lastError = lastError;
        this.privilege = privilege;
    }

    void restart(Duration delay, String text) throws ActionFailedException {
        initiate("the restart", delay, text, FORCE | Advapi32Ex.SHUTDOWN_RESTART);
    }

    void powerOff(Duration delay, String text) throws ActionFailedException {
        initiate("the shutdown", delay, text, FORCE | Advapi32Ex.SHUTDOWN_POWEROFF);
    }

    void cancel() throws ActionFailedException {
        privilege.enable();
        if (!api.AbortSystemShutdown(null)) {
            throw WindowsError.failure("the cancel", lastError.getAsInt());
        }
    }

    private void initiate(String what, Duration delay, String text, int flags) throws ActionFailedException {
        privilege.enable();
        int seconds = (int) Math.max(0, Math.min(LONGEST_SECONDS, delay.toSeconds()));
        int error = api.InitiateShutdown(
                null, text.isBlank() ? null : text, seconds, flags, Advapi32Ex.SHTDN_REASON_FLAG_PLANNED);
        if (error != 0) {
            throw WindowsError.failure(what, error);
        }
    }
}
