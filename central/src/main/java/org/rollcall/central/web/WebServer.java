package org.rollcall.central.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.rollcall.central.web.api.AccountRoutes;
import org.rollcall.central.web.api.AskRoutes;
import org.rollcall.central.web.api.AuditRoutes;
import org.rollcall.central.web.api.BoardRoutes;
import org.rollcall.central.web.api.EnrolmentRoutes;
import org.rollcall.central.web.api.HealthRoutes;
import org.rollcall.central.web.api.HistoryCsv;
import org.rollcall.central.web.api.HistoryRoutes;
import org.rollcall.central.web.api.MeRoutes;
import org.rollcall.central.web.api.MetricsRoutes;
import org.rollcall.central.web.api.Occupancy;
import org.rollcall.central.web.api.PeopleRoutes;
import org.rollcall.central.web.api.SearchAudit;
import org.rollcall.central.web.api.SearchRoutes;
import org.rollcall.central.web.api.UsageRoutes;
import org.rollcall.central.web.api.WaitingRoutes;
import org.rollcall.central.web.live.BoardFrames;
import org.rollcall.central.web.live.LiveHub;
import org.rollcall.central.web.live.LiveServlet;
import org.rollcall.central.web.live.RenderedMachines;
import org.rollcall.central.web.page.Assets;
import org.rollcall.central.web.page.PageRoutes;
import org.rollcall.central.web.page.PlainPage;
import org.rollcall.central.web.page.PrivacyRoutes;

/** Serves the web board: binds what the other classes do to addresses. */
public final class WebServer implements AutoCloseable {
    private static final int MOST_THREADS = 96;
    private static final int LEAST_THREADS = 6;
    private static final int IDLE_MILLIS = 30_000;
    private static final int LOOK_AROUND_SECONDS = 5;

    private final WebSettings settings;
    private final WebParts parts;
    private final Assets assets;
    private final TrustedProxies proxies;
    private final Gate gate;
    private final AuditNotes audit;
    private final RenderedMachines rendered;
    private final BoardFrames frames;
    private final LiveHub live;
    private final SearchAudit searches;
    private final Certificate certificate;
    private final Javalin javalin;
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rollcall-web-housekeeping");
        thread.setDaemon(true);
        return thread;
    });

    /** @throws IOException when it may not, or cannot, be served as the settings say; one sentence says why */
    public WebServer(WebSettings settings, WebParts parts) throws IOException {
        this(settings, parts, Assets.packaged());
    }

    public WebServer(WebSettings settings, WebParts parts, Assets assets) throws IOException {
        String refusal = settings.refusal().orElse(null);
        if (refusal != null) {
            throw new IOException(refusal);
        }
        this.settings = settings;
        this.parts = parts;
        this.assets = assets;
        certificate = settings.tls() ? new Certificate(settings.certificateFile(), settings.keyFile()) : null;
        proxies = new TrustedProxies(settings.trustedProxies());
        gate = new Gate(parts.visitors(), parts.grants(), proxies, settings.publicUrl());
        audit = new AuditNotes(parts.audit(), parts.clock());
        rendered = new RenderedMachines(parts.machines(), parts.people());
        frames = new BoardFrames(epoch(), parts.board(), parts.park(), rendered, parts.clock());
        live = new LiveHub(parts.board(), frames, rendered);
        searches = new SearchAudit(audit, parts.clock());
        javalin = Javalin.create(this::configure);
    }

    /** @throws IOException when the address cannot be listened on */
    public void start() throws IOException {
        try {
            javalin.start();
        } catch (RuntimeException e) {
            close();
            throw new IOException(
                    "web: cannot listen on " + settings.host() + ":" + settings.port() + ": " + cause(e), e);
        }
        housekeeping.scheduleWithFixedDelay(
                this::lookAround, LOOK_AROUND_SECONDS, LOOK_AROUND_SECONDS, TimeUnit.SECONDS);
    }

    /** The one it listens on, also when the settings leave it open. */
    public int port() {
        return javalin.port();
    }

    /** How many pages are open. */
    public int pages() {
        return live.clients();
    }

    private void lookAround() {
        searches.settle();
        if (certificate != null) {
            certificate.reloadIfRenewed();
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS, IDLE_MILLIS);
        threads.setName("rollcall-web");
        threads.setDaemon(true);
        config.jetty.threadPool = threads;
        config.jetty.addConnector(this::connector);
        config.jetty.modifyServletContextHandler(context ->
                context.addServlet(new ServletHolder(new LiveServlet(gate, live, audit, frames.epoch())), "/live"));
        config.routes.before(context -> SecurityHeaders.add(context, settings.tls()));
        routes(config.routes);
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        http.setSendServerVersion(false);
        ServerConnector connector;
        if (certificate == null) {
            connector = new Connector(server, settings, new HttpConnectionFactory(http));
        } else {
            // People also come by the bare address, or a name that the certificate lacks: their browser says so.
            http.addCustomizer(new SecureRequestCustomizer(false));
            connector = new Connector(
                    server,
                    settings,
                    new SslConnectionFactory(certificate.context(), "http/1.1"),
                    new HttpConnectionFactory(http));
        }
        connector.setIdleTimeout(IDLE_MILLIS);
        return connector;
    }

    private void routes(RoutesConfig routes) {
        PlainPage plain = new PlainPage(assets, settings.title());
        new Errors(plain::write).add(routes);
        new PageRoutes(assets, context -> Language.of(context.req())).add(routes);
        Api api = new Api(routes, gate);
        new MeRoutes(
                        parts.visitors(),
                        gate,
                        proxies,
                        parts.grants(),
                        parts.board(),
                        audit,
                        settings.title(),
                        parts.office() != null,
                        live::recheck)
                .add(api);
        new PrivacyRoutes(settings.privacy(), plain, context -> Language.of(context.req())).add(api);
        new BoardRoutes(parts.board(), frames, rendered, parts.machines(), audit).add(api);
        new AskRoutes(parts.board(), parts.asker(), parts.waker()).add(api);
        new HistoryRoutes(parts.history(), new HistoryCsv(parts.history(), settings.zone()), audit).add(api);
        Occupancy occupancy = new Occupancy(parts.history(), parts.board(), parts.clock());
        new UsageRoutes(parts.history(), parts.board(), occupancy, audit, parts.clock(), settings.zone()).add(api);
        new SearchRoutes(parts.board(), parts.people(), parts.history(), searches).add(api);
        new PeopleRoutes(parts.board(), parts.people(), parts.history(), parts.personal(), audit).add(api);
        new WaitingRoutes(
                        parts.board(),
                        parts.park(),
                        parts.machines(),
                        rendered,
                        audit,
                        parts.troubles(),
                        parts.office(),
                        parts.clock())
                .add(api);
        new AccountRoutes(parts.office(), parts.board(), audit).add(api);
        new EnrolmentRoutes(parts.office(), parts.park(), audit).add(api);
        new AuditRoutes(parts.audit(), audit).add(api);
        new HealthRoutes(parts.board(), parts.figures()).add(api);
        PrometheusRegistry registry = BoardFigures.registry(parts.board(), parts.figures(), live::clients);
        new MetricsRoutes(registry, proxies, settings.metricsToken()).add(api);
    }

    @Override
    public void close() {
        housekeeping.shutdownNow();
        searches.close();
        live.close();
        javalin.stop();
    }

    private static String epoch() {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static String cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
