package org.rollcall.xmpp.wake;

import java.io.IOException;

/** Sends to every network that can be reached. */
public interface PacketSender {

    /**
     * @return how many networks it went to, 1 or more
     * @throws IOException when it went nowhere
     */
    int send(byte[] packet) throws IOException;
}
