package org.rollcall.central.store;

import java.time.Duration;
import org.jxmpp.jid.BareJid;

/** How far a machine's clock is ahead of central's, as central measured it; zero when right or unknown. */
@FunctionalInterface
public interface ClockSkew {
    ClockSkew NONE = machine -> Duration.ZERO;

    Duration of(BareJid machine);
}
