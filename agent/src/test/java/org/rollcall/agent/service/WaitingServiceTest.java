package org.rollcall.agent.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.agent.journal.DataFolderException;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.agent.settings.AgentSettingsReader;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.TomlSource;

class WaitingServiceTest {
    @TempDir
    Path temp;

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void itWaitsForItsSettingsAndStartsOnceTheyWork() throws Exception {
        Path file = temp.resolve("agent.toml");
        try (WaitingService service = new WaitingService(problems -> read(file, problems), this::begin, SOON)) {
            service.start();
            awaitLooks(2);
            Files.writeString(file, "[xmpp]\nuser = 'a201b7'\n");
            awaitLooks(2);
            assertEquals(List.of(), List.copyOf(said));
            Files.writeString(file, "[xmpp]\ndomain = 'iut.rdz'\npassword = 'secret'\n");
            assertEquals("started at iut.rdz", said.poll(10, TimeUnit.SECONDS));
        }
        assertEquals("stopped", said.poll());
    }

    @Test
    void aDataFolderThatIsInUseIsWaitedForToo() throws Exception {
        Path file = temp.resolve("agent.toml");
        Files.writeString(file, "[xmpp]\ndomain = 'iut.rdz'\npassword = 'secret'\n");
        AtomicInteger tries = new AtomicInteger();
        WaitingService.Maker maker = settings -> {
            if (tries.incrementAndGet() < 3) {
                throw new DataFolderException("in use", null);
            }
            return begin(settings);
        };
        try (WaitingService service = new WaitingService(problems -> read(file, problems), maker, SOON)) {
            service.start();
            assertEquals("started at iut.rdz", said.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void itCanBeStoppedWhileItWaits() throws Exception {
        WaitingService service =
                new WaitingService(problems -> read(temp.resolve("none"), problems), this::begin, SOON);
        service.start();
        awaitLooks(1);
        service.close();
        service.close();
        assertEquals(List.of(), List.copyOf(said));
    }

    private static final Duration SOON = Duration.ofMillis(10);

    private AgentSettings read(Path file, Problems problems) {
        looks.incrementAndGet();
        return new AgentSettingsReader("A201B7", Map.of()).read(List.of(new TomlSource(file)), problems);
    }

    private RunningAgent begin(AgentSettings settings) {
        said.add("started at " + settings.xmpp().domain());
        return () -> said.add("stopped");
    }

    private void awaitLooks(int more) throws InterruptedException {
        int enough = looks.get() + more;
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (looks.get() < enough) {
            assertTrue(System.nanoTime() < deadline, "it no longer looks");
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
