package org.rollcall.demo.simulated;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.HostActions;

/** Acts on a PC that does not exist; never on this one. */
final class SimulatedActions implements HostActions {
    private final Pc pc;
    private final Power power;
    private final Screens screens;

    SimulatedActions(Pc pc, Power power, Screens screens) {
        this.pc = pc;
        this.power = power;
        this.screens = screens;
    }

    @Override
    public void message(int session, String title, String text) throws ActionFailedException {
        pc.message(session);
        screens.show(pc.seat().machine(), text);
    }

    @Override
    public void logoff(int session) throws ActionFailedException {
        pc.logoff(session);
    }

    @Override
    public void disconnect(int session) throws ActionFailedException {
        pc.lock(session);
    }

    @Override
    public void kill(long pid, Instant started, String name) throws ActionFailedException {
        pc.kill(pid, started, name);
    }

    @Override
    public int broadcast(byte[] packet) throws IOException {
        throw new IOException("a simulated machine is on no network");
    }

    @Override
    public void restart(Duration delay, String text) throws ActionFailedException {
        announce(text);
        power.restart(delay);
    }

    @Override
    public void shutdown(Duration delay, String text) throws ActionFailedException {
        announce(text);
        power.shutdown(delay);
    }

    @Override
    public void cancel() throws ActionFailedException {
        power.cancel();
    }

    private void announce(String text) {
        if (text != null && !text.isBlank()) {
            screens.show(pc.seat().machine(), text);
        }
    }
}
