package org.rollcall.central.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.central.park.Room.Spot;

class RoomsFileTest {
    @TempDir
    Path folder;

    @Test
    void roomsComeInTheBuildingsOrderAndMachinesAsPeopleCount() throws IOException {
        List<Room> rooms = good("""
                machine,room,seat,row,column,label
                B12X1,B12,,,,
                A201B10,A201,B10,2,3,
                a201b7,a201,B7,2,1,Poste 7
                ,A201,,1,6,door
                B2X1.iut.rdz,B2,,,,
                """);

        assertEquals(
                List.of("A201", "B2", "B12"), rooms.stream().map(Room::name).toList());
        assertEquals(
                List.of(
                        new Place("a201b7", "A201", "B7", 2, 1, "Poste 7"),
                        new Place("a201b10", "A201", "B10", 2, 3, null)),
                rooms.get(0).places());
        assertEquals(List.of(new Spot(1, 6)), rooms.get(0).doors());
        assertEquals("b2x1", rooms.get(1).places().get(0).machine());
    }

    @Test
    void aFrenchSpreadsheetsFileIsReadAsItIs() throws IOException {
        List<Room> rooms = good(
                "\uFEFFRoom;Machine;Label;;\r\nA201;A201B7;\"Près de la \"\"porte\"\"; à gauche\";;\r\n;;;;\r\n# à finir\r\n");

        assertEquals(
                List.of(new Place("a201b7", "A201", null, null, null, "Près de la \"porte\"; à gauche")),
                rooms.get(0).places());
    }

    @Test
    void allMistakesAreToldAtOnceEachWithItsLine() throws IOException {
        List<String> mistakes = bad("""
                machine,room,seat,row,column,label
                A201B7,A201,B7,1,1,
                a201b7,A202,,,,
                ,A201,,,,window
                ,A201,,,,door
                A201 B8,A201,,,,
                A201B9,,,,,
                A201C1,A201,,3,,
                A201C2,A201,,0,4,
                A201C3,A201,,x,4,
                A201C4,A201,,1,1,
                A201C5,A201,,,,,,extra
                """);

        assertEquals(
                List.of(
                        "rooms.csv:3: a201b7 stands there already, on line 2.",
                        "rooms.csv:4: the machine is missing; only a line whose label is \"door\" may have none.",
                        "rooms.csv:5: a door needs row and column.",
                        "rooms.csv:6: \"A201 B8\" is not a machine's name: write the computer's name, such as A201B7.",
                        "rooms.csv:7: the room is missing.",
                        "rooms.csv:8: row and column go together: write both or neither.",
                        "rooms.csv:9: row must be a whole number from 1 to 100, not \"0\".",
                        "rooms.csv:10: row must be a whole number from 1 to 100, not \"x\".",
                        "rooms.csv:11: row 1, column 1 of A201 is taken by line 2."),
                mistakes.stream().filter(text -> !text.contains(":12:")).toList());
        assertEquals(
                1,
                mistakes.stream()
                        .filter(text -> text.contains(":12: there is more on this line"))
                        .count());
    }

    @Test
    void aWrongHeaderIsOneMistakeAColumnNotOneALine() throws IOException {
        assertEquals(
                List.of(
                        "rooms.csv:1: \"salle\" is not a column; there are column,label,machine,room,row,seat.",
                        "rooms.csv:1: the column machine stands there twice.",
                        "rooms.csv:1: the column room is missing; the first line must name the columns, such as"
                                + " column,label,machine,room,row,seat."),
                bad("machine,salle,machine\nA201B7,A201,\nA201B8,A201,\n"));
    }

    @Test
    void whatIsNoTableIsSaidInASentence() throws IOException {
        assertTrue(bad("").get(0).startsWith("rooms.csv: the file is empty"));
        assertTrue(bad("machine,room\nA201B7,\"A201\nA201B8,A201\n").get(0).contains("a quotation mark is wrong"));
        assertEquals(101, bad("machine,room\n" + "x y,A201\n".repeat(500)).size());
        assertTrue(bad("machine,room\n" + "x".repeat(9 << 20)).get(0).contains("larger than 8 MiB"));
        assertTrue(bad("machine,room\nA201B7," + "x".repeat(300)).get(0).contains("room is longer than 256"));

        Files.write(
                folder.resolve("rooms.csv"),
                "machine,room\nA201B7,Amphithéâtre\n".getBytes(Charset.forName("windows-1252")));
        assertTrue(mistakes(RoomsFile.read(folder.resolve("rooms.csv"))).get(0).contains("not UTF-8"));

        assertTrue(mistakes(RoomsFile.read(folder.resolve("none.csv"))).get(0).contains("no such file"));
    }

    private List<Room> good(String text) throws IOException {
        FileRead<List<Room>> read = read(text);
        assertEquals(List.of(), mistakes(read));
        return read.content();
    }

    private List<String> bad(String text) throws IOException {
        FileRead<List<Room>> read = read(text);
        assertNull(read.content());
        return mistakes(read);
    }

    private FileRead<List<Room>> read(String text) throws IOException {
        return RoomsFile.read(Files.writeString(folder.resolve("rooms.csv"), text));
    }

    private static List<String> mistakes(FileRead<?> read) {
        return read.mistakes().stream()
                .map(one -> one.in(Locale.ENGLISH).toString())
                .toList();
    }
}
