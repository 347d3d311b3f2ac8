package org.rollcall.xmpp.link;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;

/** A server that follows a script: one for each connection, the last one for all further ones. */
final class ScriptedServer implements Closeable {

    @FunctionalInterface
    interface Script {
        void follow(Conversation conversation) throws IOException, GeneralSecurityException, InterruptedException;
    }

    static final String PLAIN = "<mechanism>PLAIN</mechanism>";
    private static final int NEVER_SO_LONG_MS = 30_000;

    private final ServerSocket socket;
    private final List<Script> scripts;
    private final Queue<Conversation> open = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Integer> connections = new LinkedBlockingQueue<>();
    private volatile Throwable broken;

    ScriptedServer(Script... scripts) throws IOException {
        this.scripts = List.of(scripts);
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** @return whether one more client came within the time */
    boolean awaitConnection(long millis) throws InterruptedException {
        return connections.poll(millis, TimeUnit.MILLISECONDS) != null;
    }

    /** What went wrong in a script, but for the client's going away. */
    Throwable broken() {
        return broken;
    }

    private void accept() {
        for (int number = 0; !socket.isClosed(); number++) {
            try {
                Conversation conversation = new Conversation(socket.accept());
                open.add(conversation);
                connections.add(number);
                Script script = scripts.get(Math.min(number, scripts.size() - 1));
                Thread thread = new Thread(() -> follow(script, conversation), "script-" + number);
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void follow(Script script, Conversation conversation) {
        try (conversation) {
            script.follow(conversation);
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            if (!(e instanceof SocketException)) {
                broken = e;
            }
        } catch (AssertionError e) {
            broken = e;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Conversation conversation : open) {
            conversation.close();
        }
    }

    /** One client's connection, as the script sees it. */
    static final class Conversation implements Closeable {
        private Socket socket;
        private final StringBuilder heard = new StringBuilder();

        Conversation(Socket socket) {
            this.socket = socket;
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        /** Reads until the text has come; returns all up to its end, and forgets it. */
        String expect(String text) throws IOException {
            socket.setSoTimeout(NEVER_SO_LONG_MS);
            InputStream in = socket.getInputStream();
            int at = heard.indexOf(text);
            byte[] bytes = new byte[8192];
            while (at < 0) {
                int count = in.read(bytes);
                if (count < 0) {
                    throw new SocketException("the client went while \"" + text + "\" was awaited, after: " + heard);
                }
                heard.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
                at = heard.indexOf(text);
            }
            String taken = heard.substring(0, at + text.length());
            heard.delete(0, at + text.length());
            return taken;
        }

        /** Reads and forgets until the client goes away. */
        void awaitEnd() throws IOException {
            socket.setSoTimeout(0);
            byte[] bytes = new byte[8192];
            while (socket.getInputStream().read(bytes) >= 0) {
                // Nothing of it matters.
            }
        }

        /** Reset instead of an orderly close. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        void openStream(String features) throws IOException {
            expect("<stream:stream");
            expect(">");
            send("<?xml version='1.0'?><stream:stream xmlns='jabber:client'"
                    + " xmlns:stream='http://etherx.jabber.org/streams' from='iut.example' id='s1' version='1.0'>"
                    + "<stream:features>" + features + "</stream:features>");
        }

        void startTls(String certificate) throws IOException, GeneralSecurityException {
            openStream("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>");
            expect("<starttls");
            expect(">");
            send("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
            SSLSocket tls = (SSLSocket) TestCertificates.server(certificate)
                    .getSocketFactory()
                    .createSocket(socket, null, socket.getPort(), true);
            tls.setUseClientMode(false);
            tls.startHandshake();
            socket = tls;
        }

        void offer(String mechanisms) throws IOException {
            openStream("<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + mechanisms + "</mechanisms>");
        }

        /** All of a sign-in by PLAIN, and the binding of the resource. */
        void signIn() throws IOException, GeneralSecurityException {
            startTls("server");
            offer(PLAIN);
            expect("</auth>");
            send("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
            openStream("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>");
            String bind = expect("</iq>");
            send("<iq type='result' id='" + attribute(bind, "id") + "'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
                    + "<jid>a201b7@iut.example/agent</jid></bind></iq>");
        }

        static String attribute(String xml, String name) {
            int at = xml.lastIndexOf(" " + name + "=") + name.length() + 3;
            return xml.substring(at, xml.indexOf(xml.charAt(at - 1), at));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
