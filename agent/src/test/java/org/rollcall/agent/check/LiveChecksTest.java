package org.rollcall.agent.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.text.Messages;

/** Each way in which a PC goes wrong is one line, in the reader's language. */
class LiveChecksTest {
    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private Locale locale = Locale.ENGLISH;
    private LoopbackServer server;
    private int code;

    @BeforeEach
    void serve() throws Exception {
        server = LoopbackServer.builder()
                .domain("loopback.test")
                .account("a201b7", "hunter2")
                .start();
        environment.put("ROLLCALL_XMPP_PASSWORD", "hunter2");
        settings.put("xmpp.domain", "loopback.test");
        settings.put("xmpp.host", server.host());
        settings.put("xmpp.user", "a201b7");
        settings.put("xmpp.certificate-sha256", server.certificateSha256());
        settings.put("central.jid", "windows@loopback.test");
        settings.put("agent.data-dir", folder.toString().replace('\\', '/'));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void allIsWell() throws Exception {
        List<String> lines = check();
        assertEquals(0, code, lines.toString());
        assertTrue(
                lines.contains("ok       The XMPP server is reached, its certificate is accepted, and"
                        + " a201b7@loopback.test is let in."),
                lines.toString());
        assertTrue(lines.stream().anyMatch(l -> l.startsWith("ok       The data folder " + folder)), lines.toString());
        assertFalse(lines.toString().contains("hunter2"));
    }

    @Test
    void aWrongDomainADeadServerAnUntrustedCertificateAndAWrongPasswordAreOneLineEach() throws Exception {
        settings.put("xmpp.domain", "elsewhere.test");
        oneError("The server");
        settings.put("xmpp.domain", "loopback.test");
        settings.put("xmpp.certificate-sha256", "ab".repeat(32));
        oneError("The server's certificate is not trusted: ");
        settings.put("xmpp.certificate-sha256", server.certificateSha256());
        environment.put("ROLLCALL_XMPP_PASSWORD", "wrong");
        oneError("The server ");
        settings.put("xmpp.host", "nowhere.invalid");
        oneError("The server's name is not found: ");
        settings.put("xmpp.host", "127.0.0.1");
        settings.put("xmpp.port", Integer.toString(freePort()));
        locale = Locale.FRENCH;
        oneError("Le serveur ne tourne pas, ou pas sur ce port : 127.0.0.1:" + settings.get("xmpp.port") + " a refusé");
    }

    @Test
    void beforeEnrolmentTheServerIsLookedAtWithoutSigningIn() throws Exception {
        environment.clear();
        settings.put("enrol.user", "enrol");
        environment.put("ROLLCALL_ENROL_SECRET", "hunter");
        List<String> lines = check();
        assertEquals(0, code, lines.toString());
        assertTrue(
                lines.contains(
                        "ok       The XMPP server of loopback.test is reached and its certificate is" + " accepted."),
                lines.toString());
        assertFalse(lines.toString().contains("hunter"));
        Files.writeString(folder.resolve("enrolment"), "waits for somebody's yes\n");
        assertTrue(check().contains("ERROR    Enrolment: waits for somebody's yes"));
        assertEquals(1, code);
    }

    @Test
    void badSettingsAreToldInsteadOfTried() throws Exception {
        settings.put("agent.idle-after", "never");
        List<String> lines = check();
        assertEquals(64, code);
        assertTrue(lines.get(lines.size() - 1).contains("agent.idle-after must be a number and a unit"));
    }

    @Test
    void aFullDiskAndAFolderThatCannotBeWrittenAreOneLineEach() throws Exception {
        Messages texts = Messages.beside(LiveChecks.class, Locale.FRENCH);
        Finding full = new DataFolderCheck(f -> 3 << 20, texts).of(folder);
        assertEquals(
                "Le disque du dossier de données " + folder + " est presque plein : il reste 3 Mo, il en faut 64."
                        + " Faites de la place, ou changez agent.data-dir.",
                full.sentence());
        assertFalse(full.good());
        Finding denied = new DataFolderCheck(
                        f -> {
                            throw new AccessDeniedException("no");
                        },
                        texts)
                .of(folder);
        assertTrue(denied.sentence().contains("lancez ceci en administrateur"), denied.sentence());
        Path file = Files.writeString(folder.resolve("file"), "x");
        Finding noFolder = new DataFolderCheck(f -> 1L << 40, texts).of(file);
        assertTrue(noFolder.sentence().startsWith("On ne peut pas écrire"), noFolder.sentence());
        assertFalse(noFolder.good());
    }

    @Test
    void aClockAnHourOffIsOneLineAndASlowAnswerIsNone() {
        Messages texts = Messages.beside(LiveChecks.class, Locale.ENGLISH);
        ServerFindings findings = new ServerFindings(List::of, Clock.systemUTC(), texts);
        Instant now = Instant.parse("2026-11-23T08:00:00Z");
        Finding ahead = findings.clock(now.minus(Duration.ofHours(1)), now, now);
        assertFalse(ahead.good());
        assertTrue(ahead.sentence().startsWith("This computer's clock is 60 minutes ahead"), ahead.sentence());
        Finding behind = findings.clock(now.plus(Duration.ofHours(1)), now, now);
        assertTrue(behind.sentence().startsWith("This computer's clock is 60 minutes behind"), behind.sentence());
        assertTrue(
                findings.clock(now.plusSeconds(200), now, now.plusSeconds(300)).good());
        assertTrue(findings.clock(now.plusSeconds(100), now, now).good());
    }

    @Test
    void everyFailureHasItsSentence() {
        for (LinkFailure.Kind kind : LinkFailure.Kind.values()) {
            assertTrue(Messages.beside(LiveChecks.class, Locale.ENGLISH).has("link." + kind), kind.toString());
        }
    }

    private void oneError(String beginning) throws Exception {
        String word = locale == Locale.FRENCH ? "ERREUR   " : "ERROR    ";
        List<String> lines = check();
        List<String> errors = lines.stream().filter(l -> l.startsWith(word)).toList();
        assertEquals(1, errors.size(), lines.toString());
        assertTrue(errors.get(0).startsWith(word + beginning), errors.toString());
        assertEquals(1, code);
    }

    private List<String> check() throws Exception {
        StringBuilder toml = new StringBuilder();
        settings.putIfAbsent("xmpp.port", Integer.toString(server.port()));
        settings.forEach((key, value) -> toml.append(key)
                .append(" = ")
                .append(key.endsWith(".port") ? value : "'" + value + "'")
                .append('\n'));
        Path file = Files.writeString(folder.resolve("agent.toml"), toml);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        code = new CheckConfig(environment, locale, new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(List.of("check-config", file.toString()));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
