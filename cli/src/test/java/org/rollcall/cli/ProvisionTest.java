package org.rollcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.central.access.Who;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.central.settings.CentralSettingsReader;
import org.rollcall.cli.settings.CliSettings;
import org.rollcall.cli.settings.CliSettingsReader;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.TomlSource;

class ProvisionTest {
    @TempDir
    Path folder;

    @Test
    void prosodyGetsItsSettingsInTheSitesNames() throws Exception {
        Typed typed = provision("prosody", "--domain", "pc.univ.example", "--central", "board");

        assertEquals(0, typed.code(), typed.err());
        String settings = read("prosody.cfg.lua");
        assertTrue(settings.contains("VirtualHost \"pc.univ.example\""));
        assertTrue(settings.contains("unlimited_jids = { \"board@pc.univ.example\" }"));
        assertTrue(settings.contains("enroller@pc.univ.example"));
        assertFalse(settings.contains("iut.rdz"));
        assertTrue(typed.out().contains("accounts.sh"));
    }

    @Test
    void eachMachineOfTheRoomsFileSeesCentralAndNoOtherMachine() throws Exception {
        Typed typed = provision("prosody", "--domain", "iut.rdz", "--rooms", rooms());

        assertEquals(0, typed.code(), typed.err());
        assertEquals(
                "[A201 a201b7]\nwindows@iut.rdz=Central\na201b7@iut.rdz=a201b7\n\n"
                        + "[A201 a201b8]\nwindows@iut.rdz=Central\na201b8@iut.rdz=a201b8\n\n"
                        + "[Lab d'été x1]\nwindows@iut.rdz=Central\nx1@iut.rdz=x1\n\n",
                read("sharedgroups.txt"));
        assertTrue(read("prosody.cfg.lua").contains("\ngroups_file = "));
    }

    @Test
    void ejabberdGetsAGroupForEachRoomThatSeesCentralAlone() throws Exception {
        Typed typed = provision("ejabberd", "--domain", "iut.rdz", "--rooms", rooms());

        assertEquals(0, typed.code(), typed.err());
        String script = read("accounts.sh");
        assertTrue(script.contains("srg_create 'A201' iut.rdz 'A201' \"\" central\n"), script);
        assertTrue(script.contains("srg_user_add 'a201b7' iut.rdz 'A201' iut.rdz\n"), script);
        assertTrue(script.contains("srg_create 'Lab d'\\''été' iut.rdz"), script);
        assertTrue(script.contains("srg_create central iut.rdz Central \"\" 'A201\\nLab d'\\''été'\n"), script);
        assertTrue(read("ejabberd.yml").contains("user: enroller@iut.rdz"));
    }

    @Test
    void passwordsAreInFilesForTheirOwnerAloneAndNeverPrinted() throws Exception {
        Typed typed = provision("ejabberd", "--domain", "iut.rdz", "--rooms", rooms(), "--machine-accounts");

        String central = read("secrets/windows").strip();
        assertEquals(32, central.length());
        assertTrue(read("accounts.xml").contains("<user name='windows' password='" + central + "'/>"));
        String machine = read("machines.csv").lines().skip(1).findFirst().orElseThrow();
        assertTrue(machine.startsWith("a201b7,a201b7,"), machine);
        assertFalse(typed.out().contains(central) || typed.err().contains(central));
        for (String secret : new String[] {"secrets/windows", "secrets/enrol", "accounts.xml", "machines.csv"}) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("kit/" + secret))));
        }
    }

    @Test
    void centralsAndTheAdministratorsSettingsWorkAsTheyAreWritten() throws Exception {
        provision("prosody", "--domain", "iut.rdz", "--central", "board", "--admin", "anne");
        Path kit = folder.resolve("kit");
        for (String secret : new String[] {"board", "enroller", "anne"}) {
            Files.copy(kit.resolve("secrets/" + secret), kit.resolve(secret));
            Files.setPosixFilePermissions(kit.resolve(secret), PosixFilePermissions.fromString("rw-------"));
        }
        Problems problems = new Problems(Locale.ENGLISH);
        CentralSettings settings =
                new CentralSettingsReader(folder).read(List.of(new TomlSource(kit.resolve("central.toml"))), problems);
        CliSettings own = CliSettingsReader.read(List.of(new TomlSource(kit.resolve("cli.toml"))), problems);
        assertFalse(problems.fatal(), problems.all()::toString);
        assertEquals("board", settings.xmpp().user());
        assertEquals(Optional.of(Role.ADMIN), settings.grants().everywhere(Who.of("anne@iut.rdz")));
        assertEquals("anne", own.xmpp().user());
        assertEquals("board@iut.rdz", own.central().toString());
    }

    @Test
    void aKitIsNeverOverwritten() throws Exception {
        provision("prosody", "--domain", "iut.rdz");
        String before = read("secrets/windows");

        Typed again = provision("prosody", "--domain", "iut.rdz");

        assertEquals(ExitCode.BAD_USE, again.code());
        assertTrue(again.err().contains("is not empty"), again.err());
        assertEquals(before, read("secrets/windows"));
    }

    @Test
    void whatCannotBeIsSaidBeforeAnythingIsWritten() throws Exception {
        assertTrue(provision("prosody", "--domain", "iut rdz").err().contains("is not a domain"));
        assertTrue(provision("prosody", "--domain", "iut.rdz", "--machine-accounts")
                .err()
                .contains("needs --rooms"));
        Path bad = Files.writeString(folder.resolve("bad.csv"), "machine,room\na201b7,\n");
        assertTrue(provision("prosody", "--domain", "iut.rdz", "--rooms", bad.toString())
                .err()
                .contains("has mistakes"));
        assertFalse(Files.exists(folder.resolve("kit")));
    }

    private Typed provision(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "provision";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--out";
        all[words.length + 2] = folder.resolve("kit").toString();
        return new Typed.At().type(all);
    }

    private String rooms() throws Exception {
        return Files.writeString(folder.resolve("rooms.csv"), "machine,room\nA201B8,A201\nA201B7,A201\nx1,Lab d'été\n")
                .toString();
    }

    private String read(String name) throws Exception {
        return Files.readString(folder.resolve("kit").resolve(name));
    }
}
