package org.rollcall.loopback;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.rollcall.loopback.xml.StanzaReader;
import org.rollcall.loopback.xml.StreamException;

/** One client's socket, first as it is, then under TLS. */
final class Transport {
    private final Socket raw;
    private final int largestStanza;
    private volatile Socket current;

    Transport(Socket raw, int largestStanza) throws IOException {
        this.raw = raw;
        this.largestStanza = largestStanza;
        this.current = raw;
        // Stanzas are small and waited for: Nagle's algorithm would hold each back.
        raw.setTcpNoDelay(true);
    }

    /** RFC 6120, section 5.4.3.3: from here on everything is new. */
    void startTls(SSLContext context) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(raw, null, raw.getPort(), true);
        tls.setUseClientMode(false);
        tls.startHandshake();
        current = tls;
    }

    StanzaReader newReader() throws IOException, StreamException {
        return new StanzaReader(current.getInputStream(), largestStanza);
    }

    OutputStream out() throws IOException {
        return current.getOutputStream();
    }

    /** Writes on the caller's thread: only while nobody else writes. */
    void write(String xml) throws IOException {
        out().write(xml.getBytes(StandardCharsets.UTF_8));
        out().flush();
    }

    /** @param millis how long a read may wait; 0 for ever */
    void readTimeout(int millis) throws IOException {
        current.setSoTimeout(millis);
    }

    /** Nothing more will be written; what the client still sends can be read, so that it can read our last words. */
    void endOutput() throws IOException {
        current.shutdownOutput();
    }

    void close() {
        try {
            // The plain socket: closing the TLS one waits for a write that is stuck.
            raw.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket that does not close", e);
        }
    }

    /** As when a middlebox forgets the connection. */
    void reset() {
        try {
            raw.setSoLinger(true, 0);
        } catch (IOException e) {
            // Closed already, which is what was wanted.
            return;
        }
        close();
    }
}
