package org.rollcall.central.web.api;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.store.History;
import org.rollcall.central.web.Api;
import org.rollcall.central.web.ApiException;
import org.rollcall.central.web.AuditNotes;
import org.rollcall.central.web.Query;
import org.rollcall.central.web.Viewer;

/** How much machines are used; no names. */
public final class UsageRoutes {
    private static final int USUAL_DAYS = 28;
    private static final Duration LONGEST = Duration.ofDays(367);

    private final History history;
    private final BoardView board;
    private final Occupancy occupancy;
    private final AuditNotes audit;
    private final InstantSource clock;
    private final ZoneId zone;

    private record Answer(
            String by, Instant from, Instant to, String zone, long days, List<RoomSize> rooms, List<Row> rows) {}

    private record RoomSize(String name, int total) {}

    private record Row(String room, Integer hour, String day, long sessions, long inUse, int mostAtOnce) {
        static Row of(History.Usage usage) {
            return new Row(
                    usage.room(),
                    usage.hour(),
                    usage.day(),
                    usage.sessions(),
                    usage.inUseSeconds(),
                    usage.mostAtOnce());
        }
    }

    /** @param zone in which days and hours are counted where a request does not say */
    public UsageRoutes(
            History history, BoardView board, Occupancy occupancy, AuditNotes audit, InstantSource clock, ZoneId zone) {
        this.history = history;
        this.board = board;
        this.occupancy = occupancy;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    public void add(Api api) {
        api.get("/api/usage", Api.VIEWER, this::usage);
        api.get("/api/occupancy", Api.VIEWER, (context, viewer) -> {
            Query query = new Query(context);
            ZoneId asked = query.zone("zone", zone);
            LocalDate day = query.day("day", LocalDate.ofInstant(clock.instant(), asked));
            Api.json(context, occupancy.of(day, asked, viewer));
        });
    }

    private void usage(Context context, Viewer viewer) {
        Query query = new Query(context);
        ZoneId asked = query.zone("zone", zone);
        Instant to = query.instant("to");
        to = to == null ? clock.instant() : to;
        Instant from = query.instant("from");
        from = from == null ? to.minus(USUAL_DAYS, ChronoUnit.DAYS) : from;
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw ApiException.badRequest("from, to: 1-366 d");
        }
        History.By by = by(query.text("by"));
        Set<String> rooms = rooms(query.text("room"), viewer);
        audit.done(viewer, "usage", query.text("room"), "by=" + by.name().toLowerCase(Locale.ROOT));
        List<RoomSize> sizes = Seen.rooms(board, viewer).stream()
                .filter(room -> rooms == null || rooms.contains(room.name()))
                .map(room -> new RoomSize(room.name(), room.machines().size()))
                .toList();
        List<Row> rows =
                history.usage(rooms, from, to, asked, by).stream().map(Row::of).toList();
        long days =
                Math.max(1, ChronoUnit.DAYS.between(LocalDate.ofInstant(from, asked), LocalDate.ofInstant(to, asked)));
        Api.json(context, new Answer(by.name().toLowerCase(Locale.ROOT), from, to, asked.getId(), days, sizes, rows));
    }

    private static History.By by(String text) {
        return switch (text == null ? "room" : text) {
            case "room" -> History.By.ROOM;
            case "hour" -> History.By.HOUR;
            case "day" -> History.By.DAY;
            default -> throw ApiException.badRequest("by: room, hour, day");
        };
    }

    /** Null: all, and machines of none. */
    private Set<String> rooms(String room, Viewer viewer) {
        return room == null
                ? viewer.rights().visibleRooms()
                : Set.of(Seen.room(board, viewer, room).name());
    }
}
