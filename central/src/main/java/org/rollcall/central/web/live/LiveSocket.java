package org.rollcall.central.web.live;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.rollcall.central.web.Gate;
import org.rollcall.central.web.Rights;
import org.rollcall.central.web.Visitor;

/**
 * One page's connection. A page that is too slow is sent away, and comes back asking for what it has missed. Public,
 * since Jetty calls it by reflection.
 */
public final class LiveSocket implements Session.Listener.AutoDemanding, LiveClient {
    private static final int TRY_AGAIN_LATER = 1013;

    private final Gate gate;
    private final Visitor visitor;
    private final LiveHub hub;
    private final Optional<Long> since;
    private final Runnable gone;
    private final Outbox outbox = new Outbox(this::begin);
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Session session;

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
        session = opened;
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
        if (ended.compareAndSet(false, true)) {
            outbox.close();
            gone.run();
            hub.leave(this);
        }
    }

    @Override
    public Standing standing() {
        boolean signedIn = gate.isSignedIn(visitor);
        return new Standing(signedIn, signedIn ? gate.rights(visitor) : new Rights(null, Map.of()));
    }

    @Override
    public void send(String frame) {
        if (!outbox.offer(frame)) {
            close(TRY_AGAIN_LATER, "too slow");
        }
    }

    private void begin(String frame, Runnable sent) {
        session.sendText(frame, Callback.from(sent, this::failed));
    }

    private void failed(Throwable cause) {
        end();
        session.disconnect();
    }

    @Override
    public void close(int code, String reason) {
        end();
        session.close(code, reason, Callback.from(() -> {}, failure -> session.disconnect()));
    }
}
