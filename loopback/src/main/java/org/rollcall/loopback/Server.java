package org.rollcall.loopback;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sockets and threads: one thread per client that reads, a few that write for all, one for time limits. */
final class Server {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int BACKLOG = 1024;
    private static final int MOST_CONNECTIONS = 10_000;
    private static final int WRITERS = 8;
    private static final long WAIT_FOR_ACCEPT_MILLIS = 2000;
    private static final long WRITE_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** Handling a stanza is shallow; thousands of default stacks would not be small. */
    private static final long STACK_BYTES = 256 * 1024;

    private final Options options;
    private final Domain domain;
    private final SSLContext tls;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS, named("write"));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(named("timer"));
    private ServerSocket listening;
    private Thread accepting;
    private int port;
    private volatile boolean frozen;

    Server(Options options, SSLContext tls) {
        this.options = options;
        this.domain = new Domain(options);
        this.tls = tls;
        this.port = options.port();
        timer.scheduleWithFixedDelay(
                () -> connections.forEach(connection -> connection.checkWriting(WRITE_LIMIT_NANOS)),
                1,
                1,
                TimeUnit.SECONDS);
    }

    Options options() {
        return options;
    }

    Domain domain() {
        return domain;
    }

    SSLContext tls() {
        return tls;
    }

    Executor writers() {
        return writers;
    }

    synchronized int port() {
        return port;
    }

    /** The first time on the port wished for, afterwards always on the same one. */
    synchronized void listen() throws IOException {
        if (!options.address().isLoopbackAddress()) {
            throw new IOException("the loopback server listens on loopback only, not on " + options.address());
        }
        if (listening != null) {
            return;
        }
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(options.address(), port), BACKLOG);
        } catch (IOException e) {
            socket.close();
            throw new IOException(
                    "cannot listen on port " + port + " of " + options.address() + ": " + e.getMessage(), e);
        }
        listening = socket;
        port = socket.getLocalPort();
        accepting = named("accept").newThread(() -> accept(socket));
        accepting.start();
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket accepted = socket.accept();
                if (connections.size() >= MOST_CONNECTIONS) {
                    accepted.close();
                } else {
                    start(accepted);
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.warn("A connection could not be accepted: {}", e.getMessage());
                }
            }
        }
    }

    private void start(Socket accepted) throws IOException {
        Connection connection = new Connection(this, new Transport(accepted, options.largestStanza()));
        connections.add(connection);
        if (frozen) {
            connection.freeze();
        }
        Thread thread =
                new Thread(null, connection, "rollcall-loopback-read-" + threads.incrementAndGet(), STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
    }

    void forget(Connection connection) {
        connections.remove(connection);
    }

    void later(Runnable task, long millis) {
        try {
            timer.schedule(task, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            task.run();
        }
    }

    void freeze() {
        frozen = true;
        connections.forEach(Connection::freeze);
    }

    void thaw() {
        frozen = false;
        connections.forEach(Connection::thaw);
    }

    /** Refuses new connections and resets those that are, as when the process is killed. */
    synchronized void stop() throws IOException {
        if (listening != null) {
            listening.close();
            listening = null;
            // While a thread is still in its accept, the kernel keeps the port and takes connections for it.
            join(accepting);
        }
        List.copyOf(connections).forEach(connection -> {
            connection.reset();
            connection.thaw();
        });
    }

    /** Says good-bye to everybody, then stops for good. */
    void close() throws IOException {
        connections.forEach(connection -> connection.end("system-shutdown"));
        writers.shutdown();
        try {
            if (!writers.awaitTermination(500, TimeUnit.MILLISECONDS)) {
                LOG.debug("some clients did not read the server's last words");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop();
        timer.shutdownNow();
        writers.shutdownNow();
    }

    private static void join(Thread thread) {
        try {
            thread.join(WAIT_FOR_ACCEPT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ThreadFactory named(String job) {
        return task -> {
            Thread thread = new Thread(task, "rollcall-loopback-" + job);
            thread.setDaemon(true);
            return thread;
        };
    }
}
