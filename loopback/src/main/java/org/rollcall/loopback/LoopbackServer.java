package org.rollcall.loopback;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rollcall.loopback.sasl.Mechanism;
import org.rollcall.loopback.tls.ServerCertificate;
import org.rollcall.loopback.xml.StanzaReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server. All methods may be called from any thread. */
public final class LoopbackServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);

    private final Server server;
    private final ServerCertificate certificate;

    private LoopbackServer(Server server, ServerCertificate certificate) {
        this.server = server;
        this.certificate = certificate;
    }

    public static Builder builder() {
        return new Builder();
    }

    public String domain() {
        return server.options().domain();
    }

    /** Where to connect, rather than the domain's name. */
    public String host() {
        return server.options().address().getHostAddress();
    }

    public int port() {
        return server.port();
    }

    /** The certificate's fingerprint, as {@code AB:CD:…}. */
    public String certificateSha256() {
        return certificate.sha256();
    }

    public String certificatePem() {
        return certificate.pem();
    }

    /** @return false when there is an account of that name */
    public boolean addAccount(String user, String password) {
        return server.domain().addAccount(user, password);
    }

    /** Takes effect at the next sign-in. @return false when there is no such account */
    public boolean setPassword(String user, String password) {
        return server.domain().setPassword(user, password);
    }

    /** Ends its streams and its subscriptions. @return false when there is no such account */
    public boolean removeAccount(String user) {
        return server.domain().removeAccount(user);
    }

    /** The full JIDs that are signed in now. */
    public List<String> signedIn() {
        return server.domain().signedIn();
    }

    /** How many messages wait for an account. */
    public int offlineMessages(String user) {
        return server.domain().offlineMessages(user);
    }

    /** Resets a client's TCP connection. @return false when nobody is signed in there */
    public boolean cut(String fullJid) {
        Connection connection = server.domain().connectionOf(fullJid);
        if (connection != null) {
            connection.reset();
        }
        return connection != null;
    }

    /**
     * Swallows everything to and from one client while its connection stays open, as a pulled cable does. What was
     * swallowed arrives after {@link #thaw(String)}, as TCP would deliver it.
     */
    public boolean freeze(String fullJid) {
        Connection connection = server.domain().connectionOf(fullJid);
        if (connection != null) {
            connection.freeze();
        }
        return connection != null;
    }

    public boolean thaw(String fullJid) {
        Connection connection = server.domain().connectionOf(fullJid);
        if (connection != null) {
            connection.thaw();
        }
        return connection != null;
    }

    /** Freezes everybody, also those who connect from now on: they are accepted and hear nothing. */
    public void freeze() {
        server.freeze();
    }

    public void thaw() {
        server.thaw();
    }

    /** Resets all connections and refuses new ones, until {@link #comeUp}. Accounts, rosters and messages stay. */
    public void goDown() throws IOException {
        server.stop();
    }

    /** Listens again, on the same port. */
    public void comeUp() throws IOException {
        server.listen();
    }

    public void restart() throws IOException {
        goDown();
        comeUp();
    }

    /** Says {@code system-shutdown} to everybody and stops for good; idempotent. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("The loopback server did not close cleanly: {}", e.getMessage());
        }
    }

    /** How a server is to be; only the domain is required. */
    public static final class Builder {
        private final Map<String, String> accounts = new LinkedHashMap<>();
        private final Set<String> admins = new LinkedHashSet<>();
        private String domain;
        private InetAddress address = InetAddress.getLoopbackAddress();
        private int port;
        private List<Mechanism> mechanisms = List.of(Mechanism.SCRAM_SHA_256, Mechanism.SCRAM_SHA_1);
        private final Set<String> sharedWith = new LinkedHashSet<>();
        private int offlineMessages = 100;
        private int largestStanza = StanzaReader.LARGEST_STANZA;
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        public Builder domain(String name) {
            domain = name.toLowerCase(Locale.ROOT);
            return this;
        }

        public Builder account(String user, String password) {
            accounts.put(user, password);
            return this;
        }

        /** An account that may add others and set their passwords (XEP-0133). */
        public Builder admin(String user, String password) {
            admins.add(user.toLowerCase(Locale.ROOT));
            return account(user, password);
        }

        /** Default 0: any free one. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /** Default 127.0.0.1; {@link #start} refuses what is not a loopback address. */
        public Builder address(InetAddress loopback) {
            address = loopback;
            return this;
        }

        /** In order of preference; default SCRAM-SHA-256 and SCRAM-SHA-1. */
        public Builder mechanisms(Mechanism... offered) {
            mechanisms = List.of(offered);
            return this;
        }

        /** Subscribes every account with this one, both ways, as a shared roster group of a real server does; may repeat. */
        public Builder everybodySharedWith(String user) {
            sharedWith.add(user.toLowerCase(Locale.ROOT));
            return this;
        }

        /** How many messages wait for an account before more are refused; default 100. */
        public Builder offlineMessages(int most) {
            offlineMessages = most;
            return this;
        }

        /** In bytes; default 262144. */
        public Builder largestStanza(int bytes) {
            largestStanza = bytes;
            return this;
        }

        /** For delay stamps; default the system's. */
        public Builder clock(Clock source) {
            clock = source;
            return this;
        }

        /** @throws IOException when the port is taken, or the address is not a loopback one */
        public LoopbackServer start() throws IOException {
            if (domain == null) {
                throw new IllegalStateException("a loopback server needs a domain");
            }
            Options options = new Options(
                    domain,
                    address,
                    port,
                    mechanisms,
                    Set.copyOf(admins),
                    Set.copyOf(sharedWith),
                    offlineMessages,
                    largestStanza,
                    clock);
            ServerCertificate certificate = ServerCertificate.forDomain(domain, Instant.now());
            Server server = new Server(options, certificate.context());
            accounts.forEach(server.domain()::addAccount);
            try {
                server.listen();
            } catch (IOException e) {
                server.close();
                throw e;
            }
            LOG.debug("Loopback XMPP server for {} on {} port {}", domain, address.getHostAddress(), server.port());
            return new LoopbackServer(server, certificate);
        }
    }
}
