package org.rollcall.agent.host.windows.service;

import com.sun.jna.platform.win32.WinError;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Windows start the service anew when it ends by a fault. Set at each start, as the installer's own table for it
 * does not work as expected, by Microsoft's word.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/msi/msiserviceconfigfailureactions-table">MsiServiceConfigFailureActions</a>
 */
public final class FailureActions {
    private static final Logger LOG = LoggerFactory.getLogger(FailureActions.class);
    /** After the third and all that follow it is five minutes each time. */
    private static final List<Duration> DELAYS =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(5));
    /** Without a fault for so long, the next one counts as the first. */
    private static final Duration RESET = Duration.ofDays(1);

    private final ServiceControl control;

    public FailureActions(ServiceControl control) {
        this.control = control;
    }

    public void set(String service) {
        int error = control.restartAfter(service, DELAYS, RESET);
        if (error == 0) {
            error = control.actAlsoWithoutCrash(service);
        }
        if (error == WinError.ERROR_SERVICE_DOES_NOT_EXIST) {
            LOG.info("Not installed as the service {}: nothing starts this process anew after a fault", service);
        } else if (error != 0) {
            LOG.warn("Windows takes no failure actions for the service {}: error {}", service, error);
        }
    }
}
