package org.rollcall.loopback;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.rollcall.loopback.xml.Element;
import org.rollcall.loopback.xml.StanzaReader;
import org.rollcall.loopback.xml.StreamException;

/** A client that speaks exactly what a test tells it to, and keeps what it hears. */
final class RawClient implements AutoCloseable {
    static final String SASL = "urn:ietf:params:xml:ns:xmpp-sasl";
    static final String TLS = "urn:ietf:params:xml:ns:xmpp-tls";
    private static final long PATIENCE_SECONDS = 10;
    /** What the reader leaves behind when the stream is over. */
    private static final Element OVER = new Element("over", "");

    private final LoopbackServer server;
    private final BlockingQueue<Element> heard = new LinkedBlockingQueue<>();
    private Socket socket;
    private StanzaReader reader;
    private String jid;
    private int pings;
    private volatile boolean deaf;

    RawClient(LoopbackServer server) throws IOException {
        this.server = server;
        this.socket = new Socket(server.host(), server.port());
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }

    /** Signed in by PLAIN, which tests' servers offer, with a resource bound, and no presence sent. */
    static RawClient signedIn(LoopbackServer server, String user, String resource) throws Exception {
        RawClient client = new RawClient(server);
        client.open();
        client.startTls();
        client.open();
        client.send("<auth xmlns='" + SASL + "' mechanism='PLAIN'>" + base64("\0" + user + "\0pw") + "</auth>");
        Element reply = client.next();
        if (!reply.name().equals("success")) {
            throw new AssertionError("not signed in: " + reply);
        }
        client.open();
        client.bind(resource);
        return client;
    }

    /** The same, and available. */
    static RawClient online(LoopbackServer server, String user, String resource, int priority) throws Exception {
        RawClient client = signedIn(server, user, resource);
        client.send("<presence><priority>" + priority + "</priority></presence>");
        client.sync();
        return client;
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Opens a stream and gives the server's features. */
    Element open() throws IOException, StreamException {
        return open(server.domain());
    }

    Element open(String to) throws IOException, StreamException {
        send("<?xml version='1.0'?><stream:stream xmlns='jabber:client' to='" + to
                + "' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>");
        return openAnswer();
    }

    /** After a stream that the test opened by hand: the first thing that the server says in answer. */
    Element openAnswer() throws IOException, StreamException {
        reader = new StanzaReader(socket.getInputStream(), 1024 * 1024);
        reader.header();
        return next();
    }

    /** From now on the server's writes find no reader. */
    void stopReading() {
        deaf = true;
    }

    void startTls() throws Exception {
        send("<starttls xmlns='" + TLS + "'/>");
        Element reply = next();
        if (!reply.is("proceed", TLS)) {
            throw new AssertionError("no TLS: " + reply);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Pinned(server.certificateSha256())}, new SecureRandom());
        SSLSocket tls =
                (SSLSocket) context.getSocketFactory().createSocket(socket, server.domain(), server.port(), true);
        tls.startHandshake();
        socket = tls;
    }

    void bind(String resource) throws IOException, StreamException {
        send("<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>" + resource
                + "</resource></bind></iq>");
        jid = next().first().first().text();
        socket.setSoTimeout(0);
        Thread thread = new Thread(this::listen, "raw-client-" + jid);
        thread.setDaemon(true);
        thread.start();
    }

    String jid() {
        return jid;
    }

    void send(String xml) throws IOException {
        socket.getOutputStream().write(xml.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** While signing in: what comes next, or null at the stream's end. */
    Element next() throws IOException, StreamException {
        return reader.stanza();
    }

    private void listen() {
        try {
            for (Element element = reader.stanza(); element != null; element = reader.stanza()) {
                heard.add(element);
                if (deaf) {
                    return;
                }
            }
        } catch (EOFException e) {
            // The other end of a stream that a test cuts.
        } catch (IOException | StreamException e) {
            heard.add(new Element("unreadable", "").text(e.getMessage()));
        }
        heard.add(OVER);
    }

    /** The next thing heard that fits; what comes before it is forgotten. */
    Element expect(String what, Predicate<Element> fits) throws InterruptedException {
        List<Element> others = new ArrayList<>();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            Element element = heard.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (element == null || element == OVER) {
                throw new AssertionError((element == OVER ? "stream over" : "time over") + " waiting for " + what
                        + " by " + jid + ", heard only " + others);
            }
            if (fits.test(element)) {
                return element;
            }
            others.add(element);
        }
    }

    Element expectMessage(String body) throws InterruptedException {
        return expect("the message " + body, e -> e.name().equals("message") && body.equals(body(e)));
    }

    /** @param type null for available */
    Element expectPresence(String from, String type) throws InterruptedException {
        return expect(
                "presence " + type + " from " + from,
                e -> e.name().equals("presence") && from.equals(e.get("from")) && same(type, e.get("type")));
    }

    Element expectReply(String id) throws InterruptedException {
        return expect("the reply to " + id, e -> id.equals(e.get("id")));
    }

    /** The condition of the error that answers a stanza. */
    String expectError(String id) throws InterruptedException {
        Element reply = expectReply(id);
        if (!"error".equals(reply.get("type"))) {
            throw new AssertionError("no error: " + reply);
        }
        return reply.child("error", Element.CLIENT).first().name();
    }

    /** The condition of the stream error, after which the stream is over. */
    String expectStreamError() throws InterruptedException {
        String condition = expect("a stream error", e -> e.is("error", "http://etherx.jabber.org/streams"))
                .first()
                .name();
        expectEnd();
        return condition;
    }

    void expectEnd() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (Element element = null; element != OVER; ) {
            element = heard.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (element == null) {
                throw new AssertionError("the stream of " + jid + " goes on");
            }
        }
    }

    /** Everything heard until now: the server handles a stream's stanzas in order, so a ping's answer comes last. */
    List<Element> sync() throws IOException, InterruptedException {
        String id = "sync-" + pings++;
        List<Element> before = new ArrayList<>();
        send("<iq type='get' id='" + id + "'><ping xmlns='urn:xmpp:ping'/></iq>");
        expect("the answer to a ping", e -> id.equals(e.get("id")) || !before.add(e));
        return before;
    }

    static String body(Element message) {
        Element body = message.child("body", Element.CLIENT);
        return body == null ? null : body.text();
    }

    private static boolean same(String a, String b) {
        return a == null ? b == null : a.equals(b);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Trusts one certificate, as an agent with {@code certificate-sha256} does. */
    private record Pinned(String sha256) implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("not a server");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            if (!Fingerprint.of(chain[0]).equals(sha256)) {
                throw new CertificateException("another certificate");
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
