package org.rollcall.loopback;

import org.junit.jupiter.api.Test;

class SharedGroupTest extends ServerFixture {

    @Override
    LoopbackServer.Builder options(LoopbackServer.Builder builder) {
        return builder.everybodySharedWith("windows");
    }

    @Test
    void everybodyAndTheSharedAccountSeeEachOtherUnasked() throws Exception {
        RawClient central = online("windows", "central", 0);
        RawClient machine = signedIn("a201b7", "agent");
        machine.send("<presence/>");
        central.expectPresence(machine.jid(), null);
        machine.expectPresence(central.jid(), null);
    }

    @Test
    void anAccountThatIsAddedLaterIsSharedToo() throws Exception {
        RawClient central = online("windows", "central", 0);
        server.addAccount("b105a1", "pw");
        RawClient machine = online("b105a1", "agent", 0);
        central.expectPresence(machine.jid(), null);
    }
}
