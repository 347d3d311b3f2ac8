package org.rollcall.tests.msi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.rollcall.tests.enrol.Site;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.tests.wine.AgentAtCentral;
import org.rollcall.tests.wine.WindowsPc;
import org.rollcall.tests.wine.WineBench;

/** The package on a PC, as an administrator installs it for an account that was made beforehand. */
public final class Installation {
    public static final String SERVICE = "Rollcall";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Installation() {}

    /** @return the exit code of Windows Installer */
    public static int install(
            WindowsPc pc, XmppServer server, String machine, AgentAtCentral central, String... further) {
        List<String> arguments = new ArrayList<>(List.of(
                "/i",
                msi("1.0.0"),
                "XMPP_DOMAIN=" + server.domain(),
                "XMPP_HOST=127.0.0.1",
                "XMPP_PORT=" + server.port(),
                "XMPP_CA_FILE=" + WineBench.windowsPath(server.ca().caFile()),
                "XMPP_USER=" + machine,
                "XMPP_PASSWORD_FILE=" + WineBench.windowsPath(password(pc)),
                "CENTRAL_JID=" + central.account()));
        arguments.addAll(List.of(further));
        return pc.msiexec("install.log", arguments.toArray(String[]::new));
    }

    /** As Group Policy would, but for the account's name, which would be this computer's. */
    static int enrolling(WindowsPc pc, XmppServer server, String machine, String secret) {
        return pc.msiexec(
                "enrolled-install.log",
                "/i",
                msi("1.0.0"),
                "XMPP_DOMAIN=" + server.domain(),
                "XMPP_HOST=127.0.0.1",
                "XMPP_PORT=" + server.port(),
                "XMPP_CA_FILE=" + WineBench.windowsPath(server.ca().caFile()),
                "XMPP_USER=" + machine,
                "CENTRAL_JID=" + XmppServer.CENTRAL + "@" + server.domain(),
                "ENROL_USER=enrol",
                "ENROL_SECRET=" + secret);
    }

    /** Waits until these, in alphabetical order, and nobody else, are at the machine by central's board. */
    static void awaitUsers(WindowsPc pc, Site site, String machine, List<String> users) {
        await(
                users + " on the board",
                pc,
                () -> site.onBoard(machine)
                        .map(now -> now.sessions().stream()
                                .map(session -> session.user())
                                .sorted()
                                .toList())
                        .filter(users::equals)
                        .isPresent());
    }

    public static String msi(String version) {
        return WineBench.windowsPath(Packages.msi(version));
    }

    /** {@code C:\\Program Files\\Rollcall}. */
    public static Path folder(WindowsPc pc) {
        return pc.bench().drive().resolve("Program Files/Rollcall");
    }

    public static Path data(WindowsPc pc) {
        return pc.bench().drive().resolve("ProgramData/Rollcall");
    }

    private static Path password(WindowsPc pc) {
        try {
            return Files.writeString(pc.bench().folder().resolve("password.txt"), "m");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits; what the agent logged says why it was in vain. */
    static void await(String what, WindowsPc pc, Callable<Boolean> condition) {
        try {
            Await.until(what, LIMIT, condition);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; agent.log: " + log(pc), e);
        }
    }

    private static String log(WindowsPc pc) {
        Path log = data(pc).resolve("logs/agent.log");
        try {
            return Files.exists(log) ? Files.readString(log) : "none";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
