package org.rollcall.central.web.live;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.RoomNow;
import org.rollcall.central.park.Park;
import org.rollcall.central.web.Rights;
import org.rollcall.central.web.json.Json;
import org.rollcall.central.web.json.LinkJson;
import org.rollcall.central.web.json.RoomJson;

/** The messages of the live feed as text. Stateless but for what machines look like. */
public final class BoardFrames {
    private final String epoch;
    private final BoardView board;
    private final Supplier<Park> park;
    private final RenderedMachines machines;
    private final InstantSource clock;

    /** @param epoch one life of central: revisions of another say nothing */
    public BoardFrames(
            String epoch, BoardView board, Supplier<Park> park, RenderedMachines machines, InstantSource clock) {
        this.epoch = epoch;
        this.board = board;
        this.park = park;
        this.machines = machines;
        this.clock = clock;
    }

    public String epoch() {
        return epoch;
    }

    /** All that somebody with these rights may see. */
    public String snapshot(Rights rights, long revision) {
        Park settings = park.get();
        List<RoomJson> rooms = new ArrayList<>();
        StringBuilder list = new StringBuilder();
        for (RoomNow room : board.rooms()) {
            rights.in(room.name()).ifPresent(role -> {
                rooms.add(RoomJson.whole(room, settings.room(room.name()), role));
                room.machines().forEach(machine -> append(list, machines.json(machine)));
            });
        }
        return start("snapshot", revision)
                .append(",\"epoch\":")
                .append(Json.write(epoch))
                .append(",\"link\":")
                .append(link())
                .append(",\"rooms\":")
                .append(Json.write(rooms))
                .append(",\"machines\":[")
                .append(list)
                .append("]}")
                .toString();
    }

    /** @param withLink whether it is to say if central hears the machines */
    String changes(
            long revision,
            Collection<MachineNow> changed,
            Collection<String> removed,
            Collection<RoomNow> rooms,
            boolean withLink) {
        StringBuilder list = new StringBuilder();
        changed.forEach(machine -> append(list, machines.json(machine)));
        StringBuilder frame = start("changes", revision)
                .append(",\"machines\":[")
                .append(list)
                .append("],\"removed\":")
                .append(Json.write(removed))
                .append(",\"rooms\":")
                .append(Json.write(rooms.stream().map(RoomJson::summary).toList()));
        if (withLink) {
            frame.append(",\"link\":").append(link());
        }
        return frame.append('}').toString();
    }

    /** What somebody who has seen everything up to a revision has missed; removals are the caller's to know. */
    String since(Rights rights, long since, long revision, Collection<String> removed) {
        Predicate<MachineNow> missed = machine -> machine.revision() > since;
        List<MachineNow> changed = new ArrayList<>();
        List<RoomNow> rooms = new ArrayList<>();
        for (RoomNow room : board.rooms()) {
            if (rights.sees(room.name())) {
                rooms.add(room);
                room.machines().stream().filter(missed).forEach(changed::add);
            }
        }
        return changes(revision, changed, removed, rooms, true);
    }

    String beat(long revision) {
        return start("beat", revision).append('}').toString();
    }

    private StringBuilder start(String type, long revision) {
        return new StringBuilder(1024)
                .append("{\"type\":\"")
                .append(type)
                .append("\",\"revision\":")
                .append(revision)
                .append(",\"at\":\"")
                .append(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .append('"');
    }

    private String link() {
        return Json.write(LinkJson.of(board.link()));
    }

    private static void append(StringBuilder list, String json) {
        if (list.length() > 0) {
            list.append(',');
        }
        list.append(json);
    }
}
