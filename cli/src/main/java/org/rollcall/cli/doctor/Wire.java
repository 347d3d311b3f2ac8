package org.rollcall.cli.doctor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * What a server says to whoever knocks: its offers before and after TLS, and its certificate. Nothing is trusted and
 * nothing secret is sent here; whether the certificate is good is found by signing in.
 *
 * @param before offered in clear
 * @param after offered under TLS; null when there is none
 * @param protocol of TLS, such as TLSv1.3; null likewise
 * @param certificate the server's own; null likewise
 */
record Wire(Features before, Features after, String protocol, X509Certificate certificate) {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int LONGEST_GREETING = 64 * 1024;
    private static final String FEATURES_END = "</stream:features>";
    private static final String NO_FEATURES = "<stream:features/>";

    /** @throws IOException when there is no server, or none that speaks XMPP, with the reason */
    static Wire look(String domain, String host, int port) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(LIMIT.toMillis()));
            socket.setSoTimeout(Math.toIntExact(LIMIT.toMillis()));
            Features before = Features.of(greet(socket, domain, end));
            if (!before.startTls()) {
                return new Wire(before, null, null, null);
            }
            write(socket, "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
            readUntil(socket, end, "/>", "</proceed>");
            AtomicReference<X509Certificate> shown = new AtomicReference<>();
            try (SSLSocket tls = tls(socket, domain, shown)) {
                tls.startHandshake();
                String protocol = tls.getSession().getProtocol();
                return new Wire(before, Features.of(greet(tls, domain, end)), protocol, shown.get());
            }
        }
    }

    private static String greet(Socket socket, String domain, long end) throws IOException {
        write(
                socket,
                "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream="
                        + "'http://etherx.jabber.org/streams' version='1.0' to='" + domain + "'>");
        return readUntil(socket, end, FEATURES_END, NO_FEATURES);
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String readUntil(Socket socket, long end, String... marks) throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        while (heard.size() < LONGEST_GREETING && System.nanoTime() - end < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            heard.write(next);
            if (next == '>') {
                String text = heard.toString(StandardCharsets.UTF_8);
                for (String mark : marks) {
                    if (text.endsWith(mark)) {
                        return text;
                    }
                }
            }
        }
        throw new IOException("no XMPP server answers there");
    }

    private static SSLSocket tls(Socket socket, String domain, AtomicReference<X509Certificate> shown)
            throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Onlooker(shown)}, null);
            return (SSLSocket) context.getSocketFactory().createSocket(socket, domain, socket.getPort(), false);
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java has no TLS: " + e.getMessage(), e);
        }
    }

    /** Takes whatever certificate is shown, to look at it. */
    private record Onlooker(AtomicReference<X509Certificate> shown) implements X509TrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            shown.set(chain[0]);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            throw new IllegalStateException("not a server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
