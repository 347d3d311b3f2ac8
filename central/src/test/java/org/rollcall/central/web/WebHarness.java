package org.rollcall.central.web;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** Settings for a server of this machine's own. */
final class WebHarness {
    private WebHarness() {}

    static WebSettings settings(int port) {
        return settings("127.0.0.1", port, List.of());
    }

    static WebSettings settings(String host, int port, List<String> trustedProxies) {
        return new WebSettings(
                host,
                port,
                null,
                null,
                null,
                trustedProxies,
                "IUT de Rodez",
                ZoneId.of("Europe/Paris"),
                "metrics-token",
                new PrivacyFacts(
                        Duration.ofDays(180),
                        Duration.ofDays(180),
                        Duration.ofDays(30),
                        "IUT de Rodez",
                        "dpo@iut.rdz",
                        true));
    }
}
