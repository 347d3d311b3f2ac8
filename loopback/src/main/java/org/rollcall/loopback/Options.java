package org.rollcall.loopback;

import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.rollcall.loopback.sasl.Mechanism;

/**
 * How a server is to be.
 *
 * @param sharedWith localparts of accounts that all others are subscribed with, both ways
 * @param admins localparts that may use XEP-0133
 * @param largestStanza in bytes
 */
record Options(
        String domain,
        InetAddress address,
        int port,
        List<Mechanism> mechanisms,
        Set<String> admins,
        Set<String> sharedWith,
        int offlineMessages,
        int largestStanza,
        Clock clock) {}
