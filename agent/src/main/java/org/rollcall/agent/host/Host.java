package org.rollcall.agent.host;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** This PC. All methods may be called from any thread. */
public interface Host extends AutoCloseable {

    /** The computer's name as the system writes it. */
    String name();

    /** The last full boot. */
    Instant bootTime();

    HardwareIdentity identity();

    /** Why nothing of this machine's own may be written yet, as its system is still being made; empty: it may. */
    default Optional<String> unfinished() {
        return Optional.empty();
    }

    /** People's sessions now; never services, listeners or empty logon screens. */
    List<Session> sessions() throws ReadingFailedException;

    List<HostProcess> processes() throws ReadingFailedException;

    /** Takes up to seconds on some systems; never in the path of presence. */
    HostSheet sheet();

    HostActions actions();

    /** Begins to notify; called once. */
    void listen(HostListener listener);

    /** One sentence on how changes are noticed ({@code notifications}, {@code polling}), for the sheet. */
    String notifications();

    @Override
    void close();
}
