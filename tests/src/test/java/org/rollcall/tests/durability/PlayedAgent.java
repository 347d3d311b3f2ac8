package org.rollcall.tests.durability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.rollcall.agent.log.AgentLog;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.service.AgentService;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.agent.settings.AgentSettingsReader;
import org.rollcall.xmpp.link.SmackLink;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.TomlSource;

/**
 * A program: the real agent on a played machine, whose clock can be put forward while it runs. Arguments: agent.toml, the
 * machine's folder, the hardware's UUID.
 */
public final class PlayedAgent {
    /** Faster than the settings allow, as one test day lasts a minute. */
    private static final Duration POLL = Duration.ofMillis(15);

    private PlayedAgent() {}

    public static void main(String[] arguments) throws Exception {
        RecentLog log = AgentLog.start(null);
        Path machine = Path.of(arguments[1]);
        Problems problems = new Problems(Locale.ENGLISH);
        AgentSettings read = new AgentSettingsReader("played", Map.of())
                .read(List.of(new TomlSource(Path.of(arguments[0]))), problems);
        if (problems.fatal()) {
            throw new IllegalArgumentException(problems.all().toString());
        }
        AgentSettings settings = new AgentSettings(
                read.xmpp(),
                read.central(),
                read.access(),
                read.dataDir(),
                read.idleAfter(),
                POLL,
                read.run(),
                read.inForce());
        AgentService service = new AgentService(
                settings,
                new PlayedHost(machine, arguments[2]),
                log,
                SmackLink::new,
                new PlayedClock(PlayedMachine.clock(machine)),
                System::nanoTime);
        Runtime.getRuntime().addShutdownHook(new Thread(service::close));
        service.start();
        new CountDownLatch(1).await();
    }

    /** The system's clock, as many seconds ahead as a file says. */
    private static final class PlayedClock extends Clock {
        private final Path file;

        PlayedClock(Path file) {
            this.file = file;
        }

        @Override
        public Instant instant() {
            try {
                return Instant.now()
                        .plusSeconds(Long.parseLong(Files.readString(file).trim()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.systemDefault();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
