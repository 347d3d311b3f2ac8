package org.rollcall.xmpp.link;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How to reach the server and who to be there.
 *
 * @param host null: the domain's SRV records, then the domain itself
 * @param password asked for at each sign-in, so that a password put right is used without a restart; null with a
 *     client certificate
 * @param caFile PEM file with the CAs to trust; null: the system's
 * @param certificateSha256 the one server certificate to accept, as {@code AB:CD:…}; null: check against the CAs
 * @param clientCertificate PKCS#12 file for SASL EXTERNAL; null: a password
 * @param allowPlain whether the password may be sent as it is, under TLS; for servers that check it against LDAP
 * @param pingEvery silence after which the server is pinged; no answer in {@code pingTimeout} ends the stream
 */
public record LinkSettings(
        String domain,
        String host,
        int port,
        String user,
        Supplier<char[]> password,
        String resource,
        Path caFile,
        String certificateSha256,
        Path clientCertificate,
        Supplier<char[]> clientCertificatePassword,
        boolean allowPlain,
        int priority,
        Duration connectTimeout,
        Duration replyTimeout,
        Duration pingEvery,
        Duration pingTimeout) {

    public static final int DEFAULT_PORT = 5222;
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(15);
    public static final Duration DEFAULT_REPLY_TIMEOUT = Duration.ofSeconds(10);
    public static final Duration DEFAULT_PING_EVERY = Duration.ofSeconds(20);
    public static final Duration DEFAULT_PING_TIMEOUT = Duration.ofSeconds(8);
}
