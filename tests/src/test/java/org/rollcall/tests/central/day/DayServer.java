package org.rollcall.tests.central.day;

import java.io.IOException;
import org.rollcall.tests.fixture.CentralSetup;
import org.rollcall.xmpp.settings.XmppSettings;

/** The XMPP server of a day, with an account for each machine. */
interface DayServer extends AutoCloseable {
    /** On 127.0.0.1. */
    int port();

    /** How a machine signs in. */
    XmppSettings settings(String user, int port);

    CentralSetup central();

    Wire wire(String user);

    void goDown() throws IOException;

    void comeUp() throws IOException;

    @Override
    void close();
}
