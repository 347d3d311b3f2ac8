package org.rollcall.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.xmpp.text.Durations;
import org.rollcall.xmpp.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rollcall demo}: exit code 0 after {@code --for}, 130 after Ctrl-C. */
@Command(name = "demo")
final class DemoVerb implements Callable<Integer> {
    private static final int MOST_PCS = 500;
    private static final int HIGHEST_PORT = 65535;

    private final Terminal terminal;

    @Option(names = "--pcs", paramLabel = "N", descriptionKey = "option.demo-pcs")
    private int pcs = 60;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "option.demo-seed")
    private Long seed;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "option.demo-port")
    private int port;

    @Option(names = "--web-port", paramLabel = "N", descriptionKey = "option.demo-web-port")
    private int webPort;

    @Option(names = "--for", paramLabel = "TIME", descriptionKey = "option.during")
    private String during;

    DemoVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Duration time = check();
        Messages texts = Messages.beside(DemoVerb.class, terminal.locale());
        terminal.out().println(texts.text("starting"));
        terminal.out().flush();
        CountDownLatch never = new CountDownLatch(1);
        try (Demo demo = Demo.start(terminal, pcs, seed == null ? new Random().nextLong() : seed, port, webPort)) {
            // Ctrl-C and SIGTERM end the process by way of its shutdown hooks, and only so.
            Thread goodbye = new Thread(demo::close, "rollcall-demo-stop");
            Runtime.getRuntime().addShutdownHook(goodbye);
            never.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            throw new CliException(ExitCode.NONE_DID, texts.text("failed", e.getMessage()));
        }
        return 0;
    }

    private Duration check() {
        Messages texts = Messages.beside(DemoVerb.class, terminal.locale());
        if (pcs < 1 || pcs > MOST_PCS) {
            throw new CliException(ExitCode.BAD_USE, texts.text("bad.pcs", Integer.toString(pcs)));
        }
        checkPort("--port", port, texts);
        checkPort("--web-port", webPort, texts);
        if (during == null) {
            return Duration.ofMillis(Long.MAX_VALUE);
        }
        return Durations.parse(during)
                .filter(d -> !d.isZero())
                .orElseThrow(() -> new CliException(ExitCode.BAD_USE, texts.text("bad.time", during)));
    }

    private static void checkPort(String option, int number, Messages texts) {
        if (number < 0 || number > HIGHEST_PORT) {
            throw new CliException(ExitCode.BAD_USE, texts.text("bad.port", option, Integer.toString(number)));
        }
    }
}
