package org.rollcall.central.web.live;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeRequest;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeResponse;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServlet;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServletFactory;
import org.rollcall.central.web.AuditNotes;
import org.rollcall.central.web.Gate;
import org.rollcall.central.web.Viewer;

/**
 * Where pages connect to the live feed. Jetty's own servlet: Javalin's opens a servlet session for every attempt,
 * signed in or not.
 */
public final class LiveServlet extends JettyWebSocketServlet {
    private static final long serialVersionUID = 1;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int MOST_OF_ONE = 20;
    private static final int MOST = 2_000;
    private static final String TOO_MANY = "too many open pages";

    private final transient Gate gate;
    private final transient LiveHub hub;
    private final transient AuditNotes audit;
    private final transient String epoch;
    private final transient Map<String, Integer> open = new ConcurrentHashMap<>();

    public LiveServlet(Gate gate, LiveHub hub, AuditNotes audit, String epoch) {
        this.gate = gate;
        this.hub = hub;
        this.audit = audit;
        this.epoch = epoch;
    }

    @Override
    protected void configure(JettyWebSocketServletFactory factory) {
        factory.setIdleTimeout(IDLE);
        factory.setCreator(this::socket);
    }

    /** @return null when it is refused */
    private Object socket(JettyServerUpgradeRequest upgrade, JettyServerUpgradeResponse response) throws IOException {
        HttpServletRequest request = upgrade.getHttpServletRequest();
        if (!gate.isOwnOrigin(request)) {
            response.sendError(403, "another page's");
            return null;
        }
        Optional<Viewer> viewer = gate.viewer(request, null);
        if (viewer.isEmpty()) {
            response.sendError(401, "not signed in");
            return null;
        }
        String id = viewer.get().id();
        boolean tooMany = open.merge(id, 1, Integer::sum) > MOST_OF_ONE || hub.clients() >= MOST;
        if (tooMany) {
            left(id);
            response.sendError(429, TOO_MANY);
            return null;
        }
        Optional<Long> since = since(request);
        if (since.isEmpty()) {
            audit.done(viewer.get(), "board", null, null);
        }
        return new LiveSocket(gate, viewer.get().visitor(), hub, since, () -> left(id));
    }

    private void left(String id) {
        open.computeIfPresent(id, (same, count) -> count <= 1 ? null : count - 1);
    }

    private Optional<Long> since(HttpServletRequest request) {
        String since = request.getParameter("since");
        if (since == null || !epoch.equals(request.getParameter("epoch"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(since));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
