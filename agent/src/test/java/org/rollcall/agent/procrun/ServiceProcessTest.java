package org.rollcall.agent.procrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.agent.host.FolderRights;
import org.rollcall.agent.log.AgentLog;
import org.rollcall.agent.log.EventSink;

class ServiceProcessTest {
    @TempDir
    Path temp;

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final FakeRights rights = new FakeRights();
    private ServicePlatform platform = new Platform();

    @AfterEach
    void giveTheLogBack() {
        AgentLog.start(null);
    }

    @Test
    void itRunsUntilItIsStoppedFromTwoThreadsAtOnce() throws Exception {
        ServiceProcess process = process(() -> said.add("closed"));
        Thread run = start(process);
        assertEquals("failure actions", next());
        assertEquals("started", next());

        Thread console = new Thread(process::stop);
        console.start();
        process.stop();
        console.join(10_000);
        run.join(10_000);

        assertFalse(run.isAlive());
        assertEquals(1, said.stream().filter("closed"::equals).count());
        assertTrue(said.contains("console left"));
        assertEquals(List.of(), events);
        assertTrue(Files.readString(temp.resolve("Rollcall/logs/agent.log")).contains("starts as a service"));
        assertTrue(Files.isDirectory(temp.resolve("Rollcall/tmp")));
    }

    @Test
    void anEndWithoutAStopIsSaidAtTheNextStart() throws Exception {
        ServiceProcess killed = process(() -> {});
        Thread run = start(killed);
        next();
        next();
        Path mark = temp.resolve("Rollcall/running");
        awaitFile(mark);
        String began = Files.readString(mark).strip();
        killed.stop();
        run.join(10_000);
        assertFalse(Files.exists(mark));
        Files.writeString(mark, began);

        ServiceProcess next = process(() -> {});
        Thread again = start(next);
        next();
        next();
        next.stop();
        again.join(10_000);

        assertEquals(1, events.size(), events.toString());
        assertTrue(events.get(0).startsWith("ENDED_WITHOUT_STOP The last run, which began at " + began));
    }

    @Test
    void aFolderThatCannotBeMadeIsOneLineAndTheServiceLivesOnUntilItCan() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "");
        ServiceProcess process = new ServiceProcess(
                new ServiceFolder(file.resolve("Rollcall")),
                platform,
                log -> work(() -> {}),
                halt -> {},
                clock(),
                Duration.ofMillis(20));
        Thread run = start(process);
        next();
        assertEquals("started", next());
        Files.delete(file);
        awaitFile(file.resolve("Rollcall/running"));
        process.stop();
        run.join(10_000);

        assertEquals(1, events.size(), events.toString());
        assertTrue(events.get(0).startsWith("DATA_FOLDER_UNUSABLE The data folder " + file), events.get(0));
    }

    @Test
    void aSecondInstanceIsRefusedWithAClearLine() throws Exception {
        Files.createDirectories(temp.resolve("Rollcall"));
        OneInstance first =
                OneInstance.take(temp.resolve("Rollcall/service.lock")).orElseThrow();
        BlockingQueue<Integer> halts = new LinkedBlockingQueue<>();
        ServiceProcess second = new ServiceProcess(
                new ServiceFolder(temp.resolve("Rollcall")), platform, log -> work(() -> {}), halts::add, clock());
        second.run();
        first.close();

        assertEquals(2, halts.poll());
        assertEquals(List.of(), List.copyOf(said));
        assertTrue(events.get(0).startsWith("ALREADY_RUNNING Another Rollcall service works in"), events.toString());
    }

    @Test
    void aStopThatHangsIsOverInTime() throws Exception {
        BlockingQueue<String> never = new LinkedBlockingQueue<>();
        ServiceProcess process = process(() -> never.poll(20, TimeUnit.SECONDS));
        Thread run = start(process);
        next();
        next();
        long began = System.nanoTime();
        process.stop();

        assertTrue(System.nanoTime() - began < TimeUnit.SECONDS.toNanos(4));
        never.add("end");
        run.join(10_000);
    }

    private ServiceProcess process(AutoCloseable closing) {
        return new ServiceProcess(
                new ServiceFolder(temp.resolve("Rollcall")), platform, log -> work(closing), halt -> {}, clock());
    }

    private AutoCloseable work(AutoCloseable closing) {
        said.add("started");
        return closing;
    }

    private static Clock clock() {
        return Clock.systemUTC();
    }

    private static Thread start(ServiceProcess process) {
        Thread thread = new Thread(process::run, "procrun-main");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private String next() throws InterruptedException {
        return said.poll(10, TimeUnit.SECONDS);
    }

    private static void awaitFile(Path file) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!Files.exists(file) || Files.size(file) == 0) {
            assertTrue(System.nanoTime() < deadline, "no " + file);
            Thread.onSpinWait();
        }
    }

    private final class Platform implements ServicePlatform {
        @Override
        public EventSink eventLog() {
            return (id, text) -> events.add(id + " " + text);
        }

        @Override
        public FolderRights folderRights() {
            return rights;
        }

        @Override
        public void setFailureActions() {
            said.add("failure actions");
        }

        @Override
        public void leaveConsole() {
            said.add("console left");
        }
    }
}
