package org.rollcall.agent.host.windows.service;

import java.time.Duration;
import java.util.List;

/** The calls to Windows' service manager, as plain values; each answers Windows' error code, 0 when it is done. */
public interface ServiceControl {

    /** SERVICE_CONFIG_FAILURE_ACTIONS, with SC_ACTION_RESTART for each. */
    int restartAfter(String service, List<Duration> delays, Duration reset);

    /** SERVICE_CONFIG_FAILURE_ACTIONS_FLAG. */
    int actAlsoWithoutCrash(String service);
}
