package org.rollcall.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rollcall.cli.Main;
import org.rollcall.loopback.LoopbackServer;

/**
 * One question to a machine that is off, on a loopback server: it loads the classes that every use of the command
 * needs, so that the launcher can have Java write them into an archive, from which they load in half the time.
 */
public final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        Path settings = Files.createTempFile("rollcall-", ".toml");
        try (LoopbackServer server = LoopbackServer.builder()
                .domain("rehearsal.invalid")
                .account("rehearsal", "rehearsal")
                .start()) {
            Files.writeString(
                    settings,
                    "[xmpp]\ndomain = '" + server.domain() + "'\nhost = '" + server.host() + "'\nport = "
                            + server.port() + "\nuser = 'rehearsal'\npassword = 'rehearsal'\ncertificate-sha256 = '"
                            + server.certificateSha256() + "'\n");
            Main.run(new String[] {"sessions", "nobody", "--config", settings.toString()}, (rollcall, terminal) -> {});
        } finally {
            Files.delete(settings);
        }
    }
}
