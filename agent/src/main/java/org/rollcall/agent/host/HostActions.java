package org.rollcall.agent.host;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rollcall.xmpp.wake.Broadcasts;

/** What the agent can do to its machine. None of these waits for a person. */
public interface HostActions {

    /** Shows a box on a session's screen and returns at once. */
    void message(int session, String title, String text) throws ActionFailedException;

    void logoff(int session) throws ActionFailedException;

    /** Disconnects a session; at the console this locks it. */
    void disconnect(int session) throws ActionFailedException;

    /**
     * Ends a process.
     *
     * @param started its start time, as a guard against a reused pid; null when the asker gave its name instead
     * @param name its image name, the other guard; null when the start time is given
     */
    void kill(long pid, Instant started, String name) throws ActionFailedException;

    /** @param text shown to people; blank for none */
    void restart(Duration delay, String text) throws ActionFailedException;

    /** A full shutdown, not the fast startup's hibernation. */
    void shutdown(Duration delay, String text) throws ActionFailedException;

    /**
     * Sends a packet to every network that the machine is on.
     *
     * @return how many those are, 1 or more
     * @throws IOException when it went nowhere
     */
    default int broadcast(byte[] packet) throws IOException {
        return new Broadcasts(List.of()).send(packet);
    }

    /** Takes a pending restart or shutdown back. */
    void cancel() throws ActionFailedException;
}
