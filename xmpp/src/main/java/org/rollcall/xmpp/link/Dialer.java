package org.rollcall.xmpp.link;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.packet.Mechanisms;
import org.jivesoftware.smack.sasl.SASLMechanism;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jxmpp.jid.parts.Resourcepart;
import org.jxmpp.stringprep.XmppStringprepException;
import org.rollcall.xmpp.link.LinkFailure.Kind;

/** Makes the connection, and one attempt after the other to connect, secure it and sign in. */
final class Dialer {
    private final LinkSettings settings;
    private final LastSocket sockets = new LastSocket();
    private final ClientCertificate clientCertificate;
    private final List<String> mechanisms;
    private final GuardedConnection connection;
    private final Failures failures;

    /** @throws IllegalArgumentException with a sentence, if the settings can never work */
    Dialer(LinkSettings settings, Supplier<Collection<X509Certificate>> moreRoots, LongSupplier nanoTime) {
        SmackDefaults.install();
        this.settings = settings;
        clientCertificate = settings.clientCertificate() == null
                ? null
                : new ClientCertificate(settings.clientCertificate(), settings.clientCertificatePassword());
        mechanisms = mechanisms(settings);
        failures = new Failures(settings, sockets::firstWords);
        connection = new GuardedConnection(configuration(moreRoots), nanoTime);
        connection.setReplyTimeout(settings.replyTimeout().toMillis());
    }

    GuardedConnection connection() {
        return connection;
    }

    Failures failures() {
        return failures;
    }

    Optional<InetAddress> localAddress() {
        return sockets.localAddress();
    }

    /** Ends whatever stream there is, without a word and without waiting for the other side. */
    void hangUp() {
        sockets.cut();
        connection.instantShutdown();
    }

    /** Cuts the wire under the stream; may be called by any thread, and never waits. */
    void cut() {
        sockets.cut();
    }

    /** As {@link #cut}, for the connection of now: an attempt that begins before it is run goes on. */
    Runnable cutting() {
        return sockets.cutting();
    }

    /** Returns signed in, with nothing sent yet. */
    void signIn() throws SignInRefusedException, SmackException, XMPPException, IOException, InterruptedException {
        secure();
        if (clientCertificate != null) {
            // The name is in the certificate (XEP-0178).
            connection.login(null, null, resource());
            return;
        }
        char[] password =
                settings.password() == null ? null : settings.password().get();
        if (password == null || password.length == 0) {
            throw new SignInRefusedException(
                    LinkFailure.of(Kind.PASSWORD, "no-password", settings.user() + "@" + settings.domain()));
        }
        try {
            connection.login(settings.user(), new String(password), resource());
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** Returns with TLS up and a sign-in on offer that is allowed here. */
    void secure() throws SignInRefusedException, SmackException, XMPPException, IOException, InterruptedException {
        sockets.forget();
        readClientCertificate();
        connection.connect();
        refuseUnsafe();
    }

    private void readClientCertificate() throws SignInRefusedException {
        if (clientCertificate == null) {
            return;
        }
        try {
            clientCertificate.read();
        } catch (IOException | GeneralSecurityException e) {
            throw new SignInRefusedException(LinkFailure.of(
                    Kind.CERTIFICATE,
                    "client-certificate-unreadable",
                    settings.clientCertificate(),
                    String.valueOf(e.getMessage())));
        }
    }

    /** Smack would say it too, in a sentence of seven lines. */
    private void refuseUnsafe() throws SignInRefusedException {
        Mechanisms feature = connection.getFeature(Mechanisms.class);
        List<String> offered = feature == null ? List.of() : feature.getMechanisms();
        if (mechanisms.stream().noneMatch(offered::contains)) {
            boolean plainWouldDo = offered.contains(SASLMechanism.PLAIN) && clientCertificate == null;
            throw new SignInRefusedException(LinkFailure.of(
                    Kind.NO_SAFE_MECHANISM,
                    plainWouldDo ? "no-mechanism.plain" : "no-mechanism",
                    LinkFailure.sentence("where.domain", settings.domain()),
                    offered,
                    mechanisms));
        }
    }

    private static List<String> mechanisms(LinkSettings settings) {
        if (settings.clientCertificate() != null) {
            return List.of(SASLMechanism.EXTERNAL);
        }
        List<String> mechanisms = new ArrayList<>();
        for (ScramMechanism.Hash hash : ScramMechanism.Hash.values()) {
            mechanisms.add(hash.mechanism);
        }
        if (settings.allowPlain()) {
            mechanisms.add(SASLMechanism.PLAIN);
        }
        return mechanisms;
    }

    private XMPPTCPConnectionConfiguration configuration(Supplier<Collection<X509Certificate>> moreRoots) {
        Trust trust = new Trust(settings.domain(), settings.caFile(), settings.certificateSha256(), moreRoots);
        try {
            XMPPTCPConnectionConfiguration.Builder builder = XMPPTCPConnectionConfiguration.builder()
                    .setXmppDomain(settings.domain())
                    .setPort(settings.port())
                    .setSecurityMode(SecurityMode.required)
                    .setCustomX509TrustManager(trust)
                    // Trust has checked the name already, with a better sentence where it does not fit.
                    .setHostnameVerifier((host, session) -> true)
                    .setSocketFactory(sockets)
                    .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                    .setCompressionEnabled(false)
                    .setSendPresence(false)
                    .addEnabledSaslMechanism(mechanisms);
            if (settings.host() != null) {
                builder.setHost(settings.host());
            }
            if (clientCertificate != null) {
                builder.allowEmptyOrNullUsernames();
                builder.setKeyManagers(new KeyManager[] {clientCertificate});
            }
            return builder.build();
        } catch (XmppStringprepException e) {
            throw new IllegalArgumentException("not an XMPP domain: " + settings.domain(), e);
        }
    }

    private Resourcepart resource() {
        return settings.resource() == null ? null : Resourcepart.fromOrThrowUnchecked(settings.resource());
    }
}
