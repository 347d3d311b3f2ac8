package org.rollcall.xmpp.link;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes plain sockets without Nagle's delay and remembers the last one. It can so be cut from any thread at once
 * (closing the TLS socket above it may wait for a write that never ends), and tell how the other side began to speak.
 */
final class LastSocket extends SocketFactory {
    private static final Logger LOG = LoggerFactory.getLogger(LastSocket.class);

    private volatile Overheard last;

    /**
     * Resets the connection; harmless if it is closed already. Not an orderly end: what was still on its way would
     * reach the server after the next stream has begun; and data followed by an end without TLS's close_notify sends
     * the Prosody of Debian 12 into an endless loop (LuaSec 1.2.0, ssl_send: SSL_ERROR_SYSCALL with errno 0).
     */
    void cut() {
        cutting().run();
    }

    /** Cuts, when it is run, the connection of now and no later one. */
    Runnable cutting() {
        Overheard socket = last;
        return socket == null ? () -> {} : () -> cut(socket);
    }

    private static void cut(Overheard socket) {
        try {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        } catch (IOException e) {
            LOG.debug("Closing a socket", e);
        }
    }

    /** The first characters that the other side sent, printable ASCII only; empty: not a byte came. */
    String firstWords() {
        Overheard socket = last;
        return socket == null ? "" : socket.firstWords();
    }

    /** This computer's address on the way to the server; empty: not connected. */
    Optional<InetAddress> localAddress() {
        Overheard socket = last;
        return socket == null || !socket.isConnected() ? Optional.empty() : Optional.of(socket.getLocalAddress());
    }

    /** Before a new attempt: what an earlier one heard is forgotten. */
    void forget() {
        last = null;
    }

    @Override
    public Socket createSocket() throws IOException {
        Overheard socket = new Overheard();
        socket.setTcpNoDelay(true);
        last = socket;
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("not used");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw new IOException("not used");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw new IOException("not used");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw new IOException("not used");
    }

    private static final class Overheard extends Socket {
        private final byte[] first = new byte[24];
        private int heard;

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    int value = super.read();
                    if (value >= 0) {
                        hear(new byte[] {(byte) value}, 0, 1);
                    }
                    return value;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int count = super.read(bytes, offset, length);
                    hear(bytes, offset, count);
                    return count;
                }
            };
        }

        private synchronized void hear(byte[] bytes, int offset, int count) {
            for (int i = 0; i < count && heard < first.length; i++) {
                first[heard++] = bytes[offset + i];
            }
        }

        private synchronized String firstWords() {
            return new String(first, 0, heard, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
        }
    }
}
