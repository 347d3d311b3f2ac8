package org.rollcall.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rollcall.cli.Terminal.Terminals;
import org.rollcall.loopback.LoopbackServer;

/** A command typed in a test: what was printed, and its exit code. */
record Typed(int code, String out, String err) {

    List<String> lines() {
        return out.lines().toList();
    }

    /** Where and how commands are typed. */
    static final class At {
        private final Map<String, String> environment = new HashMap<>();
        private Terminals terminals = new Terminals(false, false, false);
        private Locale locale = Locale.ENGLISH;
        private String input = "";

        At environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** With the settings of this file by default. */
        At config(Path file) {
            return environment("ROLLCALL_CONFIG", file.toString());
        }

        At locale(Locale language) {
            locale = language;
            return this;
        }

        /** At a terminal, where this will be typed. */
        At answering(String text) {
            terminals = new Terminals(true, false, true);
            input = text;
            return this;
        }

        /** At a terminal, where the answers are printed too. */
        At onScreen() {
            terminals = new Terminals(true, true, true);
            return this;
        }

        At piping(String text) {
            input = text;
            return this;
        }

        Typed type(String... words) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            Terminal terminal = terminal(out, err);
            int code = Rollcall.finish(Rollcall.commandLine(terminal), terminal).execute(words);
            return new Typed(code, out.toString(), err.toString());
        }

        /** All that can be typed after {@code rollcall}. */
        Set<String> commands() {
            return Rollcall.commandLine(terminal(new StringWriter(), new StringWriter()))
                    .getSubcommands()
                    .keySet();
        }

        private Terminal terminal(StringWriter out, StringWriter err) {
            return new Terminal(
                    new BufferedReader(new StringReader(input)),
                    new PrintWriter(out),
                    new PrintWriter(err),
                    terminals,
                    environment,
                    Path.of("nowhere"),
                    locale,
                    Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneId.of("Europe/Paris")));
        }
    }

    /** A file with the settings of an account of a loopback server, which its owner alone can read. */
    static Path settings(LoopbackServer server, String user, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(user + ".toml"), settings(server, user));
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }

    private static String settings(LoopbackServer server, String user) {
        return "[xmpp]\ndomain = '" + server.domain() + "'\nhost = '" + server.host() + "'\nport = " + server.port()
                + "\nuser = '" + user + "'\npassword = 'secret'\ncertificate-sha256 = '" + server.certificateSha256()
                + "'\n";
    }
}
