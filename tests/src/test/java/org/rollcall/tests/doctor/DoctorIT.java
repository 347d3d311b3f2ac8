package org.rollcall.tests.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.tests.fixture.JavaProcess;
import org.rollcall.tests.fixture.Names;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Variant;
import org.rollcall.tests.fixture.XmppServer;

class DoctorIT {
    private static final List<String> SERIOUS = List.of("warning", "bad");

    @TempDir
    Path folder;

    private final String person = Names.person();

    @ParameterizedTest
    @EnumSource
    void nothingIsWrongWithAServerSetUpAsShipped(ServerKind kind) throws Exception {
        XmppServer server = kind.shared();
        server.createAccount(person, "pencil");

        Map<String, String> found = examine(server, 0);

        assertEquals(Map.of(), serious(found));
        assertEquals("ok", found.get("limits.fine"));
        assertEquals("ok", found.get("offline.refused"));
        assertEquals("ok", found.get("archive.off"));
        assertEquals("ok", found.get("accounts.least"));
        assertEquals("ok", found.get("clock.right"));
        assertEquals("ok", found.get("registration.closed"));
    }

    @ParameterizedTest
    @EnumSource
    void whatDebiansOwnSettingsGetInTheWayWithIsFound(ServerKind kind) throws Exception {
        try (XmppServer server = kind.start(Variant.DEBIAN_DEFAULTS)) {
            server.createAccount(person, "pencil");

            // Prosody's 10 kB/s are slow; at ejabberd's 6 kB/s a large answer does not come at all.
            Map<String, String> found = examine(server, kind == ServerKind.PROSODY ? 0 : 1);

            assertTrue(found.containsKey("offline.kept"), found.toString());
            assertTrue(found.containsKey("limits.slow"), found.toString());
            String registration = kind == ServerKind.PROSODY ? "registration.invited" : "registration.closed";
            assertTrue(found.containsKey(registration), found.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatHasPlainAloneIsBad(ServerKind kind) throws Exception {
        try (XmppServer server = kind.start(Variant.PLAIN_ONLY)) {
            server.createAccount(person, "pencil");

            Map<String, String> found = examine(server, 1);

            assertEquals("bad", found.get("mechanisms.unsafe"));
            assertEquals("bad", found.get("signin.fails"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAccountThatIsToAddAccountsAndMayNotIsBad(ServerKind kind) throws Exception {
        XmppServer server = kind.shared();
        server.createAccount(person, "pencil");

        assertEquals("bad", examine(server, 1, "--administrator").get("accounts.may-not"));
    }

    @ParameterizedTest
    @EnumSource
    void adviceIsInTheServersOwnWords(ServerKind kind) throws Exception {
        try (XmppServer server = kind.start(Variant.OFFLINE_MESSAGES)) {
            server.createAccount(person, "pencil");

            String text = doctor(server, 0, List.of());

            assertTrue(
                    text.contains(kind == ServerKind.PROSODY ? "\"offline\" to modules_disabled" : "mod_offline out"),
                    text);
            assertFalse(text.contains("pencil"), text);
        }
    }

    /** Level by what was found. */
    private Map<String, String> examine(XmppServer server, int code, String... more) throws Exception {
        List<String> options = new ArrayList<>(List.of(more));
        options.add("--json");
        String printed = doctor(server, code, options);
        JsonObject document = JsonParser.parseString(printed.substring(printed.indexOf("{\"server\"")))
                .getAsJsonObject();
        Map<String, String> found = new TreeMap<>();
        for (JsonElement finding : document.getAsJsonArray("findings")) {
            JsonObject one = finding.getAsJsonObject();
            found.put(one.get("check").getAsString(), one.get("level").getAsString());
        }
        return found;
    }

    private static Map<String, String> serious(Map<String, String> found) {
        Map<String, String> serious = new TreeMap<>(found);
        // The tests' certificates live for two days.
        serious.remove("certificate.soon");
        serious.values().retainAll(SERIOUS);
        return serious;
    }

    private String doctor(XmppServer server, int code, List<String> more) throws Exception {
        Path settings = Files.writeString(
                folder.resolve("cli.toml"),
                "[xmpp]\ndomain = '" + server.domain() + "'\nhost = '127.0.0.1'\nport = " + server.port() + "\nuser = '"
                        + person + "'\npassword = 'pencil'\nca-file = '"
                        + server.ca().caFile() + "'\n");
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
        List<String> arguments = new ArrayList<>(List.of("doctor", "--config", settings.toString()));
        arguments.addAll(more);
        try (JavaProcess rollcall =
                new JavaProcess("doctor-" + person, List.of("-Duser.language=en"), JavaProcess.ROLLCALL, arguments)) {
            assertEquals(code, rollcall.start().exitCode(), rollcall::log);
            return rollcall.log();
        }
    }
}
