package org.rollcall.central.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortTest {

    @Test
    void whereTheSettingsAllowItAPortThatIsTakenIsReplacedByAFreeOne() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                TestServer server = new TestServer(settings(taken.getLocalPort(), true))) {
            assertNotEquals(taken.getLocalPort(), server.port());
            assertEquals(200, server.stranger().get("/health").statusCode());
        }
    }

    @Test
    void otherwiseItIsSaid() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WebSettings settings = settings(taken.getLocalPort(), false);
            assertThrows(IOException.class, () -> new TestServer(settings));
        }
    }

    private static WebSettings settings(int port, boolean otherwiseAny) {
        WebSettings usual = WebHarness.settings(port);
        return new WebSettings(
                usual.host(),
                port,
                otherwiseAny,
                null,
                null,
                null,
                usual.trustedProxies(),
                usual.title(),
                usual.zone(),
                null,
                usual.privacy());
    }
}
