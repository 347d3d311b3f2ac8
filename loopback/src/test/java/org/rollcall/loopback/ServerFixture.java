package org.rollcall.loopback;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.rollcall.loopback.sasl.Mechanism;

/** A server with a few accounts, whose password is {@code pw}, and clients that are closed after the test. */
abstract class ServerFixture {
    static final String DOMAIN = "demo.rollcall";

    LoopbackServer server;
    private final List<RawClient> clients = new ArrayList<>();

    @BeforeEach
    void startServer() throws IOException {
        server = options(LoopbackServer.builder()
                        .domain(DOMAIN)
                        .mechanisms(Mechanism.SCRAM_SHA_256, Mechanism.SCRAM_SHA_1, Mechanism.PLAIN)
                        .admin("admin", "pw")
                        .account("windows", "pw")
                        .account("a201b7", "pw")
                        .account("a201c4", "pw"))
                .start();
    }

    LoopbackServer.Builder options(LoopbackServer.Builder builder) {
        return builder;
    }

    @AfterEach
    void stopServer() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
        server.close();
    }

    RawClient signedIn(String user, String resource) throws Exception {
        return kept(RawClient.signedIn(server, user, resource));
    }

    RawClient online(String user, String resource, int priority) throws Exception {
        return kept(RawClient.online(server, user, resource, priority));
    }

    RawClient connected() throws IOException {
        return kept(new RawClient(server));
    }

    private RawClient kept(RawClient client) {
        clients.add(client);
        return client;
    }
}
