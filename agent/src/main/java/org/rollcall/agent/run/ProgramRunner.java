package org.rollcall.agent.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts one program by its absolute path, without a shell, an input, or the agent's secrets. At the time limit, or
 * when the asker is gone, it is ended together with everything that it started.
 */
public final class ProgramRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramRunner.class);

    /** What a child that left its parent could still hold the output open for. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private static final String OWN_VARIABLES = "ROLLCALL_";

    private final Charset charset;
    private final int mostOutput;

    /** @param mostOutput in bytes; what comes after is read and dropped, so that the program does not block */
    public ProgramRunner(Charset charset, int mostOutput) {
        this.charset = charset;
        this.mostOutput = mostOutput;
    }

    /**
     * @param commandLine an absolute path and its arguments
     * @throws IOException when it cannot be started
     * @throws InterruptedException when interrupted; the program has been ended then
     */
    public Finished run(List<String> commandLine, Duration limit) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(commandLine).redirectErrorStream(true);
        // The password may stand there (ROLLCALL_XMPP_PASSWORD), and no program needs the rest.
        builder.environment().keySet().removeIf(name -> name.startsWith(OWN_VARIABLES));
        long start = System.nanoTime();
        Process process = builder.start();
        Output output = new Output(process.getInputStream(), mostOutput);
        try {
            process.getOutputStream().close();
            Thread reader = new Thread(output, "rollcall-run-output");
            reader.setDaemon(true);
            reader.start();
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                end(process);
            }
            reader.join(LAST_WORDS.toMillis());
            return new Finished(
                    ended ? process.exitValue() : null,
                    output.text(charset),
                    output.cut(),
                    Duration.ofNanos(System.nanoTime() - start));
        } finally {
            end(process);
        }
    }

    private static void end(Process process) {
        // Children first: once their parent is gone they are no longer its descendants.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Reads to the end on a thread of its own and keeps the beginning. */
    private static final class Output implements Runnable {
        private final InputStream in;
        private final int most;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private boolean cut;

        Output(InputStream in, int most) {
            this.in = in;
            this.most = most;
        }

        @Override
        public void run() {
            byte[] buffer = new byte[8192];
            try {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    keep(buffer, n);
                }
            } catch (IOException e) {
                // Ordinary at the time limit: the pipe is closed under the reader.
                LOG.debug("The program's output ended early", e);
            }
        }

        private synchronized void keep(byte[] buffer, int n) {
            int room = most - kept.size();
            kept.write(buffer, 0, Math.min(room, n));
            cut |= n > room;
        }

        synchronized String text(Charset charset) {
            return kept.toString(charset);
        }

        synchronized boolean cut() {
            return cut;
        }
    }
}
