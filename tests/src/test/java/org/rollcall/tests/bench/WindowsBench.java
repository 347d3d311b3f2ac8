package org.rollcall.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.tests.msi.Installation;
import org.rollcall.tests.msi.Packages;
import org.rollcall.tests.wine.AgentAtCentral;
import org.rollcall.tests.wine.WindowsPc;
import org.rollcall.tests.wine.WineBench;

/** The package for Windows under Wine: what it weighs, how long it takes, what the service needs. */
final class WindowsBench {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String PROCRUN =
            "HKLM\\SOFTWARE\\Wow6432Node\\Apache Software Foundation\\ProcRun 2.0\\Rollcall\\Parameters\\";
    /** The agent's, of which one is needed for the stop. */
    private static final String LIBRARIES = ";C:\\Program Files\\Rollcall\\lib\\*";

    private static final String MACHINE = "a400b1";
    private static final String WHERE = "Wine, Prosody";

    private final Report report;

    WindowsBench(Report report) {
        this.report = report;
    }

    private interface Step {
        void run() throws IOException;
    }

    void measure() throws IOException {
        Path msi = Packages.msi("1.0.0");
        Packages.msi("1.0.1");
        report.add("the MSI", "", megabytes(Files.size(msi)), "");
        try (XmppServer server = ServerKind.PROSODY.start();
                WindowsPc pc = new WindowsPc();
                AgentAtCentral central = new AgentAtCentral(server, MACHINE)) {
            time("installation, until the service runs", () -> Installation.install(pc, server, MACHINE, central));
            awaitPresence(central, "1.0.0");
            report.add("installed files", WHERE, megabytes(size(Installation.folder(pc))), "");
            weigh(pc, "service, a minute after its start", "80 MB", "20");
            time("net stop, until stopped", () -> pc.stopService(Installation.SERVICE));
            central.leave();
            central.signIn();
            time("net start, until presence", () -> {
                pc.startService(Installation.SERVICE);
                awaitPresence(central, "1.0.0");
            });
            pc.stopService(Installation.SERVICE);
            time("upgrade, until the service runs", () -> pc.msiexec("upgrade.log", "/i", Installation.msi("1.0.1")));
            awaitPresence(central, "1.0.1");
            central.leave();
            central.signIn();
            time("restart of the PC, until presence", () -> {
                pc.reboot();
                awaitPresence(central, "1.0.1");
            });
            pc.stopService(Installation.SERVICE);
            sleepInstead(pc);
            pc.startService(Installation.SERVICE);
            weigh(pc, "the same with a class that does nothing", "", "");
            pc.stopService(Installation.SERVICE);
            time("removal", () -> pc.msiexec("uninstall.log", "/x", Installation.msi("1.0.1")));
        }
    }

    /** What Windows, Java and procrun take before the agent takes anything. */
    private static void sleepInstead(WindowsPc pc) {
        String[] entries = AgentProcess.classPath().split(":");
        set(pc, "Java", "Classpath", WineBench.windowsPath(Path.of(entries[entries.length - 1])) + LIBRARIES);
        set(pc, "Start", "Class", Sleeper.class.getName());
        set(pc, "Stop", "Class", Sleeper.class.getName());
    }

    private static void set(WindowsPc pc, String key, String name, String value) {
        pc.bench().wine("reg", "add", PROCRUN + key, "/v", name, "/d", value, "/f");
    }

    private void weigh(WindowsPc pc, String what, String memory, String threads) throws IOException {
        long end = System.nanoTime() + MINUTE.toNanos();
        while (end - System.nanoTime() > 0) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        Path process = service(pc);
        report.add(what + ": resident memory", WHERE, status(process, "VmRSS") / 1024 + " MB", memory);
        report.add("of it private", WHERE, status(process, "RssAnon") / 1024 + " MB", "");
        report.add(what + ": threads", WHERE, status(process, "Threads") + "", threads);
        report.add("their names", WHERE, threads(process), "");
    }

    /** As Linux has them, cut at 15 characters; a thread that nobody named has its maker's name. */
    private static String threads(Path process) throws IOException {
        try (Stream<Path> tasks = Files.list(process.resolve("task"))) {
            return tasks.map(each -> text(each.resolve("comm")).strip())
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }

    private void time(String what, Step step) throws IOException {
        long begin = System.nanoTime();
        step.run();
        report.add(what, WHERE, String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begin) / 1e9), "");
    }

    private static void awaitPresence(AgentAtCentral central, String version) {
        Await.until("presence of " + version, LIMIT, () -> central.presence().contains("version=\"" + version + "\""));
    }

    /** The service's process among all of this computer's: that of this PC. */
    private static Path service(WindowsPc pc) throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(each -> each.getFileName().toString().matches("\\d+"))
                    .filter(each -> text(each.resolve("cmdline")).contains("rollcall-agent.exe"))
                    .filter(each -> text(each.resolve("environ"))
                            .contains(pc.bench().folder().toString()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }

    private static long status(Path process, String key) {
        return text(process.resolve("status"))
                .lines()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
