package org.rollcall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.FaultProxy;

class FaultProxyTest {
    private final ServerSocket echo = listen();
    private final FaultProxy proxy = new FaultProxy(echo.getLocalPort());

    @BeforeEach
    void echoes() {
        Thread thread = new Thread(this::serve, "echo");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void forwardsBothWays() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write('a');
            assertEquals('a', socket.getInputStream().read());
        }
    }

    @Test
    void aResetEndsTheConnectionAtOnce() throws IOException {
        try (Socket socket = connect()) {
            Await.until("a connection", Duration.ofSeconds(5), () -> proxy.connections() == 1);
            proxy.reset();
            assertThrows(SocketException.class, () -> socket.getInputStream().read());
        }
    }

    @Test
    void aBlackHoleIsSilentUntilItIsHealed() throws IOException {
        try (Socket socket = connect()) {
            proxy.blackhole();
            socket.getOutputStream().write('a');
            socket.setSoTimeout(300);
            assertThrows(
                    SocketTimeoutException.class, () -> socket.getInputStream().read());
            proxy.forward();
            socket.setSoTimeout(5000);
            assertEquals('a', socket.getInputStream().read());
        }
    }

    @Test
    void aDelayHoldsEveryByteBackOnce() throws IOException {
        try (Socket socket = connect()) {
            proxy.delay(Duration.ofMillis(100));
            long start = System.nanoTime();
            socket.getOutputStream().write('a');
            assertEquals('a', socket.getInputStream().read());
            assertTrue(System.nanoTime() - start >= 200_000_000);
        }
    }

    @Test
    void refusesAndTakesConnectionsAgain() throws IOException {
        proxy.refuse();
        assertThrows(ConnectException.class, this::connect);
        proxy.forward();
        forwardsBothWays();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), proxy.port());
        socket.setSoTimeout(5000);
        return socket;
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void serve() {
        while (true) {
            try (Socket socket = echo.accept()) {
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream();
                for (int b = in.read(); b >= 0; b = in.read()) {
                    out.write(b);
                }
            } catch (IOException e) {
                if (echo.isClosed()) {
                    return;
                }
            }
        }
    }
}
