package org.rollcall.tests.wine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.Project;

/** A Windows 10 on which programs are installed and services run; it stays on until it is rebooted or closed. */
public final class WindowsPc implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration INSTALLATION = Duration.ofMinutes(3);
    private static final Pattern STATE = Pattern.compile("STATE\\s*:\\s*\\d+\\s+(\\w+)");

    private final WineBench bench = new WineBench();
    private Process session;

    public WindowsPc() {
        bench.wine("winecfg", "-v", "win10");
        Path settings = bench.folder().resolve("pc.reg");
        try {
            Files.writeString(
                    settings,
                    String.join(
                            "\r\n",
                            "REGEDIT4",
                            "",
                            // For services as well, which have none of the tests' environment.
                            "[HKEY_CURRENT_USER\\Software\\Wine\\DllOverrides]",
                            "\"iphlpapi\"=\"native,builtin\"",
                            "\"wtsapi32\"=\"native,builtin\"",
                            "",
                            "[HKEY_LOCAL_MACHINE\\System\\CurrentControlSet\\Control\\Session Manager\\Environment]",
                            "\"WTS_SCENARIO\"=\"" + escaped(bench.scenario().file()) + "\"",
                            "\"WTS_RECORD\"=\"" + escaped(bench.folder().resolve("record.txt")) + "\"",
                            ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bench.wine("regedit", "/S", WineBench.windowsPath(settings));
        bench.turnOff();
        turnOn();
    }

    private static String escaped(Path path) {
        return WineBench.windowsPath(path).replace("\\", "\\\\");
    }

    /** Wine's session ends with its last program, and with it the services: one that waits for input keeps it. */
    private void turnOn() {
        session = bench.start("cmd", "/q");
    }

    public WineBench bench() {
        return bench;
    }

    /** The power goes and comes: services that start by themselves do. */
    public void reboot() {
        reboot(() -> {});
    }

    /** @param whileOff what happens to its disk meanwhile */
    public void reboot(Runnable whileOff) {
        bench.turnOff();
        session.destroyForcibly();
        whileOff.run();
        turnOn();
    }

    /**
     * Windows Installer, silently, with a verbose log.
     *
     * @return its exit code; Wine gives its last eight bits
     */
    public int msiexec(String log, String... arguments) {
        List<String> line = bench.line("msiexec");
        line.addAll(List.of(arguments));
        line.addAll(List.of("/qn", "/l*v", WineBench.windowsPath(log(log))));
        return Commands.exitCode(INSTALLATION, bench.environment(), line);
    }

    /** The file that {@link #msiexec} writes; kept for diagnosis. */
    public Path log(String name) {
        return Project.kept("msi").resolve(name);
    }

    /** Of a service: {@code RUNNING}, {@code STOPPED}…, or empty when there is none of that name. */
    public String serviceState(String name) {
        Matcher matcher = STATE.matcher(ask("sc", "query", name));
        return matcher.find() ? matcher.group(1) : "";
    }

    public void awaitService(String name, String state) {
        Await.until(name + " is " + state, SOON, () -> serviceState(name).equals(state));
    }

    public void stopService(String name) {
        ask("net", "stop", name);
        awaitService(name, "STOPPED");
    }

    public void startService(String name) {
        bench.wine("net", "start", name);
        awaitService(name, "RUNNING");
    }

    /** The values of a key, and of the keys below it, as reg.exe lists them; empty when there is no such key. */
    public String registry(String key) {
        String said = ask("reg", "query", key, "/s");
        return said.contains("Unable to find") ? "" : said;
    }

    /** What a program says, whatever its exit code. */
    private String ask(String... command) {
        return Commands.output(SOON, bench.environment(), bench.line(command));
    }

    @Override
    public void close() {
        bench.close();
        session.destroyForcibly();
    }
}
