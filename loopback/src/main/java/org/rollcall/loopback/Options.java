package org.rollcall.loopback;

import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.rollcall.loopback.sasl.Mechanism;

/**
 * How a server is to be.
 *
 * @param sharedWith the account that all others are subscribed with both ways; null for none
 * @param admins localparts that may use XEP-0133
 * @param largestStanza in bytes
 */
record Options(
        String domain,
        InetAddress address,
        int port,
        List<Mechanism> mechanisms,
        Set<String> admins,
        String sharedWith,
        int offlineMessages,
        int largestStanza,
        Clock clock) {}
