package org.rollcall.tests.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rollcall.agent.host.HostActions;

/** Does nothing but remember what it was asked to do. */
final class PlayedActions implements HostActions {
    private final List<String> done = new CopyOnWriteArrayList<>();

    List<String> done() {
        return List.copyOf(done);
    }

    @Override
    public void message(int session, String title, String text) {
        done.add("message " + session + " " + text);
    }

    @Override
    public void logoff(int session) {
        done.add("logoff " + session);
    }

    @Override
    public void disconnect(int session) {
        done.add("disconnect " + session);
    }

    @Override
    public void kill(long pid, Instant started, String name) {
        done.add("kill " + pid);
    }

    @Override
    public void restart(Duration delay, String text) {
        done.add("restart");
    }

    @Override
    public void shutdown(Duration delay, String text) {
        done.add("shutdown");
    }

    @Override
    public int broadcast(byte[] packet) {
        done.add("broadcast");
        return 1;
    }

    @Override
    public void cancel() {
        done.add("cancel");
    }
}
