package org.rollcall.xmpp.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.xmpp.settings.Source.RawSetting;

class SettingsReaderTest {
    @TempDir
    Path folder;

    private final Problems problems = new Problems(Locale.ENGLISH);

    @Test
    void aStrongerSourceReplacesAWeakerOne() throws Exception {
        Values values = read(
                file("[xmpp]\ndomain = 'iut.rdz'\nhost = 'one'\nport = 1\nuser = 'a'"),
                new EnvironmentSource(Map.of("ROLLCALL_XMPP_HOST", "two", "ROLLCALL_XMPP_PORT", "2")),
                new OptionSource(List.of("xmpp.port=3")));
        assertEquals(List.of(), problems.all());
        assertEquals("a", values.get(XmppKeys.USER));
        assertEquals("two", values.get(XmppKeys.HOST));
        assertEquals(3, values.get(XmppKeys.PORT));
        assertEquals("--set", values.where("xmpp.port"));
        assertEquals("ROLLCALL_XMPP_HOST", values.where("xmpp.host"));
        assertEquals(folder.resolve("agent.toml") + " line 5", values.where("xmpp.user"));
    }

    @Test
    void fiveMistakesAreFiveComplaintsAtOnceWithTheirLines() throws Exception {
        read(file("""
                [xmpp]
                domain = "iut.rdz"
                prot = 5222
                host = "xmpp.iut.rdz
                user = "a201b7@iut.rdz"
                port = 99999
                [xmp]
                resource = "agent"
                """));
        assertEquals(
                List.of(
                        "line 4: this is not TOML",
                        "line 3: xmpp.prot is not a setting; did you mean xmpp.port?",
                        "line 5: xmpp.user must be the part of the JID before the @",
                        "line 6: xmpp.port must be a whole number from 1 to 65535.",
                        "line 7: [xmp] is not a table of settings; did you mean [xmpp]?"),
                problems.all().stream()
                        .map(p -> p.toString().replace(folder.resolve("agent.toml") + " ", ""))
                        .map(p -> p.replaceAll("(not TOML|the @).*", "$1"))
                        .toList());
    }

    @Test
    void everyProblemHasItsSentenceInFrenchToo() throws Exception {
        Problems french = new Problems(Locale.FRENCH);
        new SettingsReader(XmppKeys.ALL, Map.of(), Set.of())
                .read(List.of(new TomlSource(file("[xmpp]\nprot = 1"))), french);
        assertTrue(french.all().get(0).sentence().contains("vouliez-vous dire xmpp.port ?"));
    }

    @Test
    void whatIsRequiredAndMissingIsSaidWithItsMeaning() {
        read();
        assertEquals(
                "xmpp.domain is not set, and nothing works without it. "
                        + "The XMPP domain of the account: what follows the @ in its JID.",
                problems.all().get(0).toString());
    }

    @Test
    void aRequiredSettingThatIsBadIsComplainedOfOnce() {
        read(new OptionSource(List.of("xmpp.domain=a@b")));
        assertEquals(1, problems.all().size());
    }

    @Test
    void aMistakeInALenientSourceIsAWarningAndTheWeakerValueStays() {
        Source registry = new Source() {
            @Override
            public boolean strict() {
                return false;
            }

            @Override
            public List<RawSetting> read(List<Setting<?>> known, Problems told) {
                return List.of(
                        new RawSetting(List.of("xmpp", "port"), "many", "HKLM\\SOFTWARE\\Rollcall\\xmpp.port"),
                        new RawSetting(List.of("xmpp", "colour"), "red", "HKLM\\SOFTWARE\\Rollcall\\xmpp.colour"));
            }
        };
        Values values = read(new OptionSource(List.of("xmpp.domain=iut.rdz", "xmpp.port=5223")), registry);
        assertEquals(5223, values.get(XmppKeys.PORT));
        assertEquals(2, problems.all().size());
        assertFalse(problems.fatal());
    }

    @Test
    void aSecretIsRefusedOnTheCommandLineAndNeverShown() throws Exception {
        Values values = read(
                file("[xmpp]\ndomain='iut.rdz'\npassword='hunter2'"),
                new OptionSource(List.of("xmpp.password=hunter3")));
        assertTrue(problems.all().stream().anyMatch(p -> p.sentence().contains("must not stand on the command line")));
        assertFalse(problems.all().toString().contains("hunter"));
        assertFalse(values.inForce().toString().contains("hunter"));
    }

    @Test
    void defaultsAreInForceWithTheirSource() {
        Values values = read(new OptionSource(List.of("xmpp.domain=iut.rdz")));
        assertTrue(values.inForce().contains(new SettingValue("xmpp.port", "5222", "default")));
        assertTrue(values.inForce().contains(new SettingValue("xmpp.domain", "iut.rdz", "--set")));
        assertEquals(XmppKeys.ALL.size(), values.inForce().size());
        assertNull(values.get(XmppKeys.HOST));
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        read(new TomlSource(folder.resolve("none.toml")));
        assertEquals(
                folder.resolve("none.toml") + ": there is no such file.",
                problems.all().get(0).toString());
    }

    @Test
    void aFileThatIsNotUtf8IsSaid() throws Exception {
        Files.write(folder.resolve("agent.toml"), new byte[] {'#', (byte) 0xE9, '\n'});
        read(new TomlSource(folder.resolve("agent.toml")));
        assertTrue(problems.all().get(0).sentence().contains("UTF-8"));
    }

    private Values read(Object... sources) {
        List<Source> all = new ArrayList<>();
        for (Object source : sources) {
            all.add(source instanceof Path file ? new TomlSource(file) : (Source) source);
        }
        return new SettingsReader(XmppKeys.ALL, Map.of(), Set.of(XmppKeys.DOMAIN)).read(all, problems);
    }

    private Path file(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("agent.toml"), text);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }
}
