package org.rollcall.agent.host.windows.action;

import java.time.Duration;
import java.time.Instant;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.HostActions;

/** All that Windows can be asked to do. */
public final class WindowsActions implements HostActions {
    private final SessionActions sessions;
    private final ProcessEnder processes;
    private final ShutdownActions shutdown;

    public WindowsActions(SessionActions sessions, ProcessEnder processes, ShutdownActions shutdown) {
        this.sessions = sessions;
        this.processes = processes;
        this.shutdown = shutdown;
    }

    @Override
    public void message(int session, String title, String text) throws ActionFailedException {
        sessions.message(session, title, text);
    }

    @Override
    public void logoff(int session) throws ActionFailedException {
        sessions.logoff(session);
    }

    @Override
    public void disconnect(int session) throws ActionFailedException {
        sessions.disconnect(session);
    }

    @Override
    public void kill(long pid, Instant started, String name) throws ActionFailedException {
        processes.end(pid, started, name);
    }

    @Override
    public void restart(Duration delay, String text) throws ActionFailedException {
        shutdown.restart(delay, text);
    }

    @Override
    public void shutdown(Duration delay, String text) throws ActionFailedException {
        shutdown.powerOff(delay, text);
    }

    @Override
    public void cancel() throws ActionFailedException {
        shutdown.cancel();
    }
}
