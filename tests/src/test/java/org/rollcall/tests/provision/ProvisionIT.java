package org.rollcall.tests.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.tests.fixture.JavaProcess;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Slixmpp;
import org.rollcall.tests.fixture.XmppServer;

class ProvisionIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aServerMadeOfTheKitHasItsAccountsGroupsAndRights(ServerKind kind) throws Exception {
        Path kit = provision(kind);
        try (XmppServer server = kind.with(settings(kind, kit))) {
            server.start();
            run(server, kit);

            String secret = Files.readString(kit.resolve("secrets/enroller")).strip();
            doctor(server, "enroller", secret, "--administrator");
            doctor(
                    server,
                    "windows",
                    Files.readString(kit.resolve("secrets/windows")).strip());

            String machine =
                    Files.readAllLines(kit.resolve("machines.csv")).get(1).split(",")[2];
            try (Slixmpp a201b7 = Slixmpp.signIn(server, "a201b7", "agent", machine)) {
                assertEquals(List.of("windows@iut.rdz"), contacts(a201b7));
            }
            try (Slixmpp central = Slixmpp.signIn(
                    server,
                    "windows",
                    "central",
                    Files.readString(kit.resolve("secrets/windows")).strip())) {
                assertEquals(List.of("a201b7@iut.rdz", "a201b8@iut.rdz", "b105a1@iut.rdz"), contacts(central));
            }
        }
    }

    private Path provision(ServerKind kind) throws IOException {
        Path rooms = Files.writeString(
                folder.resolve("rooms.csv"), "machine,room\na201b7,A201\na201b8,A201\nb105a1,Lab d'été\n");
        Path kit = folder.resolve("kit");
        rollcall(
                0,
                "provision",
                kind == ServerKind.PROSODY ? "prosody" : "ejabberd",
                "--domain",
                XmppServer.DOMAIN,
                "--rooms",
                rooms.toString(),
                "--machine-accounts",
                "--out",
                kit.toString());
        return kit;
    }

    /** The kit's, but for where its own files lie. */
    private Path settings(ServerKind kind, Path kit) throws IOException {
        if (kind == ServerKind.EJABBERD) {
            return kit.resolve("ejabberd.yml");
        }
        // The kit is its owner's alone, and the server runs as somebody else.
        Path site = Files.createTempDirectory("rollcall-site");
        Files.setPosixFilePermissions(site, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : List.of("sharedgroups.txt", "mod_rollcall_enrol.lua")) {
            Path copy = site.resolve(name);
            Files.copy(kit.resolve(name), copy);
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
        }
        String text = Files.readString(kit.resolve("prosody.cfg.lua"));
        assertTrue(text.contains("\ngroups_file = \"/etc/prosody/sharedgroups.txt\""), text);
        assertTrue(text.contains("\nplugin_paths = { \"/etc/prosody/modules\" }"), text);
        return Files.writeString(
                folder.resolve("prosody.cfg.lua"),
                text.replace("/etc/prosody/sharedgroups.txt", site + "/sharedgroups.txt")
                        .replace("/etc/prosody/modules", site.toString()));
    }

    /** The kit's script, as root would on the server. */
    private void run(XmppServer server, Path kit) throws Exception {
        Path commands = server.commands();
        ProcessBuilder script = new ProcessBuilder(kit.resolve("accounts.sh").toString()).redirectErrorStream(true);
        script.environment().put("PATH", commands + ":" + System.getenv("PATH"));
        script.environment().put("SPOOLDIR", commands.toString());
        Path output = folder.resolve("accounts.log");
        Process process = script.redirectOutput(output.toFile()).start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), () -> read(output) + server.logTail());
    }

    private void doctor(XmppServer server, String user, String password, String... more) throws IOException {
        Path settings = Files.writeString(
                folder.resolve(user + ".toml"),
                "[xmpp]\ndomain = '" + server.domain() + "'\nhost = '127.0.0.1'\nport = " + server.port() + "\nuser = '"
                        + user + "'\npassword = '" + password + "'\nca-file = '"
                        + server.ca().caFile() + "'\n");
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
        List<String> arguments = new ArrayList<>(List.of("doctor", "--config", settings.toString()));
        arguments.addAll(List.of(more));
        rollcall(0, arguments.toArray(String[]::new));
    }

    private static void rollcall(int code, String... arguments) {
        try (JavaProcess rollcall = new JavaProcess("provision", List.of(), JavaProcess.ROLLCALL, List.of(arguments))) {
            assertEquals(code, rollcall.start().exitCode(), rollcall::log);
        }
    }

    private static List<String> contacts(Slixmpp client) {
        return client.call("roster").getAsJsonObject().entrySet().stream()
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
