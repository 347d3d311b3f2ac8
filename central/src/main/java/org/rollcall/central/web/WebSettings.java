package org.rollcall.central.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How the board is served.
 *
 * @param host the address to listen on
 * @param port 0: any free one
 * @param otherwiseAny any free one when something else has that port
 * @param certificateFile PEM, the chain from the server's own certificate on; null: no TLS
 * @param keyFile PEM, PKCS#8, not encrypted; null without TLS
 * @param publicUrl as people type it, when a proxy stands between; null: as the browser says
 * @param trustedProxies addresses and ranges whose forwarded headers count
 * @param title the park's name, over each page
 * @param zone in which days and hours are counted when a page does not say
 * @param metricsToken with which {@code /metrics} is read from elsewhere; null: from this machine only
 */
public record WebSettings(
        String host,
        int port,
        boolean otherwiseAny,
        Path certificateFile,
        Path keyFile,
        URI publicUrl,
        List<String> trustedProxies,
        String title,
        ZoneId zone,
        String metricsToken,
        PrivacyFacts privacy) {

    public WebSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }

    public WebSettings(
            String host,
            int port,
            Path certificateFile,
            Path keyFile,
            URI publicUrl,
            List<String> trustedProxies,
            String title,
            ZoneId zone,
            String metricsToken,
            PrivacyFacts privacy) {
        this(
                host,
                port,
                false,
                certificateFile,
                keyFile,
                publicUrl,
                trustedProxies,
                title,
                zone,
                metricsToken,
                privacy);
    }

    public boolean tls() {
        return certificateFile != null;
    }

    /** Why it may not be served like this, in one sentence; empty when it may. Passwords never cross a network bare. */
    public Optional<String> refusal() {
        if ((certificateFile == null) != (keyFile == null)) {
            return Optional.of("web: certificate-file and key-file belong together: set both, or neither");
        }
        if (tls() || !trustedProxies.isEmpty() || isLoopback()) {
            return Optional.empty();
        }
        return Optional.of("web: listen = \"" + host + ":" + port + "\" would send passwords over the network bare: set"
                + " certificate-file and key-file, or trusted-proxies, or listen on 127.0.0.1");
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
