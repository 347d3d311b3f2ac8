package org.rollcall.central.park;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.rollcall.central.park.Room.Spot;

/** Reads {@code machine,room,seat,row,column,label}; a line without machine and with the label {@code door} is a door. */
public final class RoomsFile {
    private static final Set<String> COLUMNS = Set.of("machine", "room", "seat", "row", "column", "label");
    private static final Set<String> REQUIRED = Set.of("machine", "room");

    /** A plan is a room's, not a stadium's. */
    private static final int FARTHEST = 100;

    /**
     * What Windows takes for a computer's name, dots for a full DNS name included.
     *
     * @see <a href="https://learn.microsoft.com/troubleshoot/windows-server/active-directory/naming-conventions-for-computer-domain-site-ou">Naming
     *     conventions</a>
     */
    private static final Pattern MACHINE = Pattern.compile("[^.\\s@\\\\/:*?\"<>|]{1,63}(\\.[A-Za-z0-9.-]{1,190})?");

    private static final Comparator<Place> BY_COUNTING =
            Comparator.comparing(RoomsFile::counted, NaturalOrder.INSTANCE).thenComparing(Place::machine);

    private final Mistakes mistakes;
    private final Map<String, Building> rooms = new LinkedHashMap<>();
    private final Map<String, Long> machines = new HashMap<>();

    private RoomsFile(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** A room while the file is read. */
    private record Building(String name, List<Place> places, List<Spot> doors, Map<Spot, Long> taken) {}

    /** Rooms in the building's order, their machines by seat, as people count. */
    public static FileRead<List<Room>> read(Path file) {
        Mistakes mistakes = new Mistakes(file);
        RoomsFile reading = new RoomsFile(mistakes);
        CsvTable.read(file, COLUMNS, REQUIRED, mistakes).forEach(reading::line);
        return FileRead.of(reading.rooms(), mistakes);
    }

    private void line(CsvTable.Row row) {
        String room = row.get("room");
        if (room == null) {
            mistakes.add(row.line(), "room.missing");
            return;
        }
        Building building = rooms.computeIfAbsent(
                room.toLowerCase(Locale.ROOT),
                key -> new Building(room, new ArrayList<>(), new ArrayList<>(), new HashMap<>()));
        Spot spot = spot(row, building);
        if (row.get("machine") == null) {
            door(row, building, spot);
        } else {
            machine(row, building, spot);
        }
    }

    private void door(CsvTable.Row row, Building room, Spot spot) {
        if (!"door".equalsIgnoreCase(row.get("label"))) {
            mistakes.add(row.line(), "machine.missing");
        } else if (row.get("row") == null && row.get("column") == null) {
            mistakes.add(row.line(), "door.where");
        } else if (spot != null) {
            room.doors().add(spot);
        }
    }

    private void machine(CsvTable.Row row, Building room, Spot spot) {
        String written = row.get("machine");
        if (!MACHINE.matcher(written).matches()) {
            mistakes.add(row.line(), "machine.bad", written);
            return;
        }
        String machine = FilePark.key(written);
        Long before = machines.putIfAbsent(machine, row.line());
        if (before != null) {
            mistakes.add(row.line(), "machine.twice", written, before);
            return;
        }
        room.places()
                .add(new Place(
                        machine,
                        room.name(),
                        row.get("seat"),
                        spot == null ? null : spot.row(),
                        spot == null ? null : spot.column(),
                        row.get("label")));
    }

    private Spot spot(CsvTable.Row row, Building room) {
        String across = row.get("row");
        String along = row.get("column");
        if (across == null && along == null) {
            return null;
        }
        if (across == null || along == null) {
            mistakes.add(row.line(), "spot.half");
            return null;
        }
        Integer y = number(row, "row");
        Integer x = number(row, "column");
        if (y == null || x == null) {
            return null;
        }
        Spot spot = new Spot(y, x);
        Long before = room.taken().putIfAbsent(spot, row.line());
        if (before != null) {
            mistakes.add(row.line(), "spot.taken", y, x, room.name(), before);
            return null;
        }
        return spot;
    }

    private Integer number(CsvTable.Row row, String column) {
        try {
            int number = Integer.parseInt(row.get(column));
            if (number >= 1 && number <= FARTHEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below: the same sentence serves both.
        }
        mistakes.add(row.line(), "spot.number", column, row.get(column), FARTHEST);
        return null;
    }

    private List<Room> rooms() {
        List<Room> all = new ArrayList<>();
        for (Building room : rooms.values()) {
            room.places().sort(BY_COUNTING);
            all.add(new Room(room.name(), room.places(), room.doors()));
        }
        all.sort(Comparator.comparing(Room::name, NaturalOrder.INSTANCE));
        return all;
    }

    private static String counted(Place place) {
        return place.seat() == null ? place.machine() : place.seat();
    }
}
