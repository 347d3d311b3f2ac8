package org.rollcall.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Which port the web board is to have. */
final class WebPort {
    private static final int USUAL = 8080;

    private WebPort() {}

    /** @param wanted 0: the usual one, or any when something else has it */
    static int choose(int wanted) {
        if (wanted != 0) {
            return wanted;
        }
        try (ServerSocket probe = new ServerSocket(USUAL, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException taken) {
            return 0;
        }
    }
}
