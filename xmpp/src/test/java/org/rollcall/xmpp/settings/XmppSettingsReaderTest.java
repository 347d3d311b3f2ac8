package org.rollcall.xmpp.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.xmpp.link.LinkSettings;

class XmppSettingsReaderTest {
    @TempDir
    Path folder;

    private final Problems problems = new Problems(Locale.ENGLISH);

    @Test
    void everyKeyReachesTheLink() throws Exception {
        Path ca = Files.writeString(folder.resolve("ca.pem"), "x");
        Path p12 = Files.writeString(folder.resolve("me.p12"), "x");
        LinkSettings link = read(
                        Map.of(),
                        "xmpp.domain=iut.rdz",
                        "xmpp.host=xmpp.iut.rdz",
                        "xmpp.port=5223",
                        "xmpp.user=a201b7",
                        "xmpp.resource=agent",
                        "xmpp.ca-file=" + ca,
                        "xmpp.client-certificate=" + p12,
                        "xmpp.allow-plain=true")
                .toLink(-1);
        assertEquals(List.of(), problems.all());
        assertEquals("iut.rdz", link.domain());
        assertEquals("xmpp.iut.rdz", link.host());
        assertEquals(5223, link.port());
        assertEquals("a201b7", link.user());
        assertEquals("agent", link.resource());
        assertEquals(ca, link.caFile());
        assertEquals(p12, link.clientCertificate());
        assertTrue(link.allowPlain());
        assertEquals(-1, link.priority());
        assertNull(link.password());
        assertEquals(LinkSettings.DEFAULT_PING_EVERY, link.pingEvery());
    }

    @Test
    void aPasswordFileIsReadAtEachUseWithoutItsLineEnd() throws Exception {
        Path file = secret("first\r\n");
        XmppSettings settings = read(Map.of(), "xmpp.domain=iut.rdz", "xmpp.password-file=" + file);
        assertArrayEquals("first".toCharArray(), settings.password().get());
        Files.writeString(file, "zweit€\n");
        assertArrayEquals("zweit€".toCharArray(), settings.password().get());
        Files.delete(file);
        UncheckedIOException gone = assertThrows(UncheckedIOException.class, settings.password()::get);
        assertTrue(gone.getMessage().contains("is not there"), gone.getMessage());
    }

    @Test
    void aPasswordFileThatEverybodyCanReadIsRefused() throws Exception {
        Path file = secret("x");
        read(Map.of(), "xmpp.domain=iut.rdz", "xmpp.password-file=" + file);
        assertEquals(List.of(), problems.all());
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return; // There the file's ACL says who may read it, and it is the folder's.
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        read(Map.of(), "xmpp.domain=iut.rdz", "xmpp.password-file=" + file);
        assertEquals(
                "--set: xmpp.password-file names " + file
                        + ", which every user of this computer can read: chmod 600 it.",
                problems.all().get(0).toString());
        assertEquals(1, problems.all().size());
        assertThrows(UncheckedIOException.class, new SecretFile(file)::get);
    }

    @Test
    void theStrongerSourceDecidesBetweenPasswordAndFile() throws Exception {
        XmppSettings settings = new SettingsCase()
                .read(
                        "[xmpp]\ndomain='iut.rdz'\npassword-file='" + secret("from file") + "'",
                        Map.of("ROLLCALL_XMPP_PASSWORD", "from environment"));
        assertArrayEquals("from environment".toCharArray(), settings.password().get());
        assertEquals(List.of(), problems.all());
    }

    @Test
    void twoPasswordsInOneSourceAreAMistake() throws Exception {
        XmppSettings settings = new SettingsCase()
                .read("[xmpp]\ndomain='iut.rdz'\npassword='a'\npassword-file='" + secret("b") + "'", Map.of());
        assertTrue(problems.fatal());
        assertTrue(problems.all().toString().contains("exclude each other"));
        assertArrayEquals("a".toCharArray(), settings.password().get());
    }

    @Test
    void noPasswordAtAllIsSaid() {
        read(Map.of(), "xmpp.domain=iut.rdz");
        assertTrue(problems.all().toString().contains("no password is set"));
    }

    @Test
    void aCaFileAndAFingerprintExcludeEachOther() throws Exception {
        Path ca = Files.writeString(folder.resolve("ca.pem"), "x");
        read(
                Map.of("ROLLCALL_XMPP_PASSWORD", "x"),
                "xmpp.domain=iut.rdz",
                "xmpp.ca-file=" + ca,
                "xmpp.certificate-sha256=" + "ab".repeat(32));
        assertEquals(1, problems.all().size());
    }

    private Path secret(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), text);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }

    private XmppSettings read(Map<String, String> environment, String... options) {
        return read(List.of(new EnvironmentSource(environment), new OptionSource(List.of(options))));
    }

    private XmppSettings read(List<Source> sources) {
        SettingsReader reader = new SettingsReader(XmppKeys.ALL, Map.of(), Set.of(XmppKeys.DOMAIN));
        return XmppSettingsReader.read(reader.read(sources, problems), problems);
    }

    private final class SettingsCase {
        XmppSettings read(String toml, Map<String, String> environment) throws Exception {
            Path file = Files.writeString(folder.resolve("agent.toml"), toml);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return XmppSettingsReaderTest.this.read(List.of(new TomlSource(file), new EnvironmentSource(environment)));
        }
    }
}
