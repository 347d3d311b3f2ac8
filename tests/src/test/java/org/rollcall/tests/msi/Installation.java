package org.rollcall.tests.msi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.tests.wine.AgentAtCentral;
import org.rollcall.tests.wine.WindowsPc;
import org.rollcall.tests.wine.WineBench;

/** The package on a PC, as an administrator installs it for an account that was made beforehand. */
public final class Installation {
    public static final String SERVICE = "Rollcall";

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
}
