package org.rollcall.central.web;

import java.io.IOException;
import java.net.BindException;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Listens where the settings say; where they allow it, on any free port when another program has theirs. */
final class Connector extends ServerConnector {
    private final boolean otherwiseAny;

    Connector(Server server, WebSettings settings, ConnectionFactory... factories) {
        super(server, factories);
        otherwiseAny = settings.otherwiseAny();
        setHost(settings.host());
        setPort(settings.port());
    }

    /** Binds at once what it keeps: to look first whether a port is free would leave it to whoever comes between. */
    @Override
    public void open() throws IOException {
        try {
            super.open();
        } catch (IOException e) {
            if (!otherwiseAny || !(e.getCause() instanceof BindException)) {
                throw e;
            }
            setPort(0);
            super.open();
        }
    }
}
