package org.rollcall.central.web.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.rollcall.central.web.Gate;
import org.rollcall.central.web.Rights;
import org.rollcall.central.web.Visitor;

/**
 * One page's connection. Sends one message at a time and keeps those that wait, at most 256 and 8 MB; a page that is
 * slower is sent away, and comes back asking for what it has missed. Public, as Jetty calls it by reflection.
 */
public final class LiveSocket implements Session.Listener.AutoDemanding, LiveClient {
    private static final int MOST_FRAMES = 256;
    private static final long MOST_CHARACTERS = 8L << 20;
    private static final int TRY_AGAIN_LATER = 1013;

    private final Gate gate;
    private final Visitor visitor;
    private final LiveHub hub;
    private final Optional<Long> since;
    private final Runnable gone;
    private final Deque<String> waiting = new ArrayDeque<>();
    private long characters;
    private boolean sending;
    private boolean closed;
    private Session session;

    /** @param gone called once the connection has ended */
    LiveSocket(Gate gate, Visitor visitor, LiveHub hub, Optional<Long> since, Runnable gone) {
        this.gate = gate;
        this.visitor = visitor;
        this.hub = hub;
        this.since = since;
        this.gone = gone;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        synchronized (this) {
            session = opened;
        }
        hub.join(this, since);
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        // A page that goes away without a word; onWebSocketClose follows.
        end();
    }

    @Override
    public void onWebSocketClose(int statusCode, String reason, Callback callback) {
        end();
        callback.succeed();
    }

    private void end() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.clear();
        }
        gone.run();
        hub.leave(this);
    }

    @Override
    public Standing standing() {
        boolean signedIn = gate.isSignedIn(visitor);
        return new Standing(signedIn, signedIn ? gate.rights(visitor) : new Rights(null, Map.of()));
    }

    @Override
    public synchronized void send(String frame) {
        if (closed) {
            return;
        }
        // A first message alone may be as large as the park needs.
        if (waiting.size() >= MOST_FRAMES || (!waiting.isEmpty() && characters + frame.length() > MOST_CHARACTERS)) {
            close(TRY_AGAIN_LATER, "too slow");
            return;
        }
        waiting.addLast(frame);
        characters += frame.length();
        if (!sending) {
            sendNext();
        }
    }

    private synchronized void sendNext() {
        String frame = waiting.pollFirst();
        sending = frame != null && !closed;
        if (sending) {
            characters -= frame.length();
            session.sendText(frame, Callback.from(this::sendNext, this::failed));
        }
    }

    private void failed(Throwable cause) {
        end();
        session.disconnect();
    }

    @Override
    public void close(int code, String reason) {
        Session open;
        synchronized (this) {
            open = session;
        }
        end();
        open.close(code, reason, Callback.from(() -> {}, failure -> open.disconnect()));
    }
}
