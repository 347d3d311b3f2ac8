package org.rollcall.central.web.api;

import io.javalin.http.Context;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.rollcall.central.web.Api;
import org.rollcall.central.web.ApiException;
import org.rollcall.central.web.TrustedProxies;
import org.rollcall.central.web.Viewer;

/** Figures for Prometheus; they tell how busy a department is, so not for everybody. */
public final class MetricsRoutes {
    private static final String BEARER = "Bearer ";

    private final PrometheusRegistry registry;
    private final TrustedProxies proxies;
    private final String token;
    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();

    /** @param token null: from this machine, and for administrators, alone */
    public MetricsRoutes(PrometheusRegistry registry, TrustedProxies proxies, String token) {
        this.registry = registry;
        this.proxies = proxies;
        this.token = token;
    }

    public void add(Api api) {
        api.getOpen("/metrics", (context, viewer) -> {
            if (!may(context, viewer)) {
                throw ApiException.notFound();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.write(out, registry.scrape());
            context.contentType(PrometheusTextFormatWriter.CONTENT_TYPE).result(out.toByteArray());
        });
    }

    private boolean may(Context context, Optional<Viewer> viewer) {
        String given = context.header("Authorization");
        boolean known = token != null
                && given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), (BEARER + token).getBytes(StandardCharsets.UTF_8));
        return known
                || fromThisMachine(context)
                || viewer.filter(one -> one.rights().isAdmin()).isPresent();
    }

    /** What a proxy on this machine passes on comes from elsewhere, whether it says so or not. */
    private boolean fromThisMachine(Context context) {
        if (!proxies.isEmpty() || context.header("X-Forwarded-For") != null || context.header("Forwarded") != null) {
            return false;
        }
        try {
            return InetAddress.getByName(context.req().getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException neverForAnAddress) {
            return false;
        }
    }
}
