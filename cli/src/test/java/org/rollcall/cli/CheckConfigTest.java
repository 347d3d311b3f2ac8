package org.rollcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckConfigTest {
    @TempDir
    Path folder;

    @Test
    void fiveMistakesGetFiveComplaintsAtOnceWithTheirLines() throws Exception {
        Path file = write("agent.toml", """
                [xmpp]
                domain = "iut.rdz"
                prot = 5222
                password-file = "missing"
                [central]
                jid = "windows"
                [agent]
                poll-every = "5 weeks"
                [run.list]
                program = "ls"
                """);
        Typed typed = at().type("check-config", file.toString());
        assertEquals(64, typed.code());
        String[] lines = typed.err().replace(file + " ", "").split("\\R");
        assertEquals("line 3: xmpp.prot is not a setting; did you mean xmpp.port?", lines[0]);
        assertTrue(lines[1].startsWith("line 4: xmpp.password-file names "), lines[1]);
        assertTrue(lines[2].startsWith("line 6: central.jid must be a JID without resource"), lines[2]);
        assertTrue(lines[3].startsWith("line 8: agent.poll-every must be a number and a unit"), lines[3]);
        assertTrue(lines[4].startsWith("line 10: run.list.program must be a list"), lines[4]);
        assertEquals("rollcall: 5 mistakes in the settings; nothing was done.", lines[5]);
        assertEquals(6, lines.length);
    }

    @Test
    void aGoodFileIsShownWithTheSourceOfEachValueAndNoSecret() throws Exception {
        Path file = write("agent.toml", "xmpp.domain = 'iut.rdz'\n");
        Typed typed = at().environment("ROLLCALL_XMPP_PASSWORD", "hunter2")
                .type("check-config", file.toString(), "--set", "xmpp.port=5223");
        assertEquals(0, typed.code(), typed.err());
        assertTrue(typed.out().matches("(?s).*xmpp\\.domain +iut\\.rdz +\\S*agent\\.toml line 1\\R.*"), typed.out());
        assertTrue(typed.out().matches("(?s).*xmpp\\.port +5223 +--set\\R.*"), typed.out());
        assertTrue(typed.out().matches("(?s).*xmpp\\.password +\\*+ +ROLLCALL_XMPP_PASSWORD\\R.*"), typed.out());
        assertTrue(typed.out().matches("(?s).*agent\\.poll-every +5s +default\\R.*"), typed.out());
        assertFalse(typed.out().contains("hunter2"));
    }

    @Test
    void theCommandsOwnFileIsKnownByItsName() throws Exception {
        Path file = write("cli.toml", "[xmpp]\ndomain = 'iut.rdz'\nuser = 'admin'\n[agent]\nidle-after = '5m'\n");
        Typed typed = at().environment("ROLLCALL_XMPP_PASSWORD", "x").type("check-config", file.toString());
        assertTrue(typed.err().contains("line 4: [agent] is not a table of settings"), typed.err());
        assertEquals(64, typed.code());
    }

    @Test
    void theFilesOfRoomsAndPeopleAreCheckedToo() throws Exception {
        write("rooms.csv", "machine;room\na201b7;\n");
        Path file = write(
                "central.toml",
                "xmpp.domain = 'iut.rdz'\n[park]\nrooms-file = 'rooms.csv'\npeople-file = 'people.csv'\n");
        Typed typed = at().locale(Locale.FRANCE)
                .environment("ROLLCALL_XMPP_PASSWORD", "x")
                .type("check-config", file.toString());
        assertEquals(64, typed.code());
        assertTrue(typed.err().contains("rooms.csv:2: la salle manque."), typed.err());
        assertTrue(typed.err().contains("people.csv: ce fichier n'existe pas"), typed.err());
    }

    @Test
    void complaintsAreInFrenchForTheFrench() throws Exception {
        Typed typed = at().locale(Locale.FRANCE)
                .type("check-config", write("agent.toml", "[xmp]\n").toString());
        assertTrue(
                typed.err().contains("[xmp] n'est pas une table de réglages ; vouliez-vous dire [xmpp] ?"),
                typed.err());
    }

    @Test
    void onRequestTheServerIsTried() throws Exception {
        Path file = write("agent.toml", "xmpp.domain = 'nowhere.invalid'\nagent.data-dir = '.'\n");
        Typed typed =
                at().environment("ROLLCALL_XMPP_PASSWORD", "x").type("check-config", "--connect", file.toString());
        assertEquals(1, typed.code(), typed.err());
        assertTrue(typed.out().contains("ERROR    The server's name is not found: nowhere.invalid"), typed.out());
        assertTrue(typed.out().contains("ok       The data folder " + folder), typed.out());
        Path other = write("central.toml", "xmpp.domain = 'nowhere.invalid'\n");
        assertEquals(
                64, at().type("check-config", "--connect", other.toString()).code());
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Typed.At at() {
        return new Typed.At();
    }
}
