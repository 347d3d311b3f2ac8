package org.rollcall.demo.simulated;

import java.time.Duration;
import org.rollcall.agent.host.ActionFailedException;

/** The switch of a simulated PC. */
interface Power {

    void restart(Duration delay) throws ActionFailedException;

    void shutdown(Duration delay) throws ActionFailedException;

    void cancel() throws ActionFailedException;
}
