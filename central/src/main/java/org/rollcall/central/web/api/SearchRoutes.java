package org.rollcall.central.web.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.RoomNow;
import org.rollcall.central.board.SessionNow;
import org.rollcall.central.park.People;
import org.rollcall.central.park.Person;
import org.rollcall.central.store.History;
import org.rollcall.central.store.SessionRow;
import org.rollcall.central.web.Api;
import org.rollcall.central.web.ApiException;
import org.rollcall.central.web.Query;
import org.rollcall.central.web.Viewer;
import org.rollcall.central.web.json.Accounts;

/** One box for people, machines, rooms and addresses: who is there now comes before who was. */
public final class SearchRoutes {
    private static final int MOST = 20;
    private static final int LONGEST = 100;
    private static final int SHORTEST_FOR_HISTORY = 3;

    private final BoardView board;
    private final People people;
    private final History history;
    private final SearchAudit audit;

    private record Answer(String q, List<Result> results) {}

    private record Result(
            String type,
            String href,
            String account,
            String name,
            String room,
            String user,
            String fullName,
            String group,
            String condition,
            Instant since,
            String address,
            Integer total,
            Integer inUse,
            Last last) {}

    private record Last(String account, String name, String room, Instant logon, Instant logoff) {}

    private record Ranked(int rank, Result result) {}

    public SearchRoutes(BoardView board, People people, History history, SearchAudit audit) {
        this.board = board;
        this.people = people;
        this.history = history;
        this.audit = audit;
    }

    public void add(Api api) {
        api.get("/api/search", Api.VIEWER, (context, viewer) -> {
            String text = new Query(context).text("q");
            if (text == null || text.length() > LONGEST) {
                throw ApiException.badRequest("q: 1-" + LONGEST);
            }
            audit.searched(viewer, text);
            Api.json(context, new Answer(text, search(text, viewer)));
        });
    }

    private List<Result> search(String text, Viewer viewer) {
        Wanted wanted = Wanted.of(text);
        List<Ranked> found = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (RoomNow room : Seen.rooms(board, viewer)) {
            int rank = wanted.rankIn(room.name());
            if (rank < Wanted.NONE) {
                found.add(new Ranked(10 + rank, room(room)));
            }
            for (MachineNow machine : room.machines()) {
                machine(machine, wanted, found, shown);
            }
        }
        List<Result> results = new ArrayList<>(found.stream()
                .sorted(Comparator.comparingInt(Ranked::rank))
                .limit(MOST)
                .map(Ranked::result)
                .toList());
        if (results.size() < MOST) {
            others(text, viewer, results, shown);
        }
        return results;
    }

    private static void machine(MachineNow machine, Wanted wanted, List<Ranked> found, Set<String> shown) {
        if (machine.condition().isOn()) {
            for (SessionNow session : machine.sessions()) {
                int rank = Math.min(wanted.rankIn(session.user()), wanted.rankIn(session.fullName()));
                if (rank < Wanted.NONE) {
                    found.add(new Ranked(rank, session(machine, session)));
                    shown.add(session.user().toLowerCase(Locale.ROOT));
                }
            }
        }
        int rank = Math.min(
                Math.min(
                        wanted.rankIn(machine.name()),
                        wanted.rankIn(machine.place().label())),
                Math.min(wanted.rankIn(Accounts.of(machine)), wanted.rankAtStart(machine.address())));
        if (rank < Wanted.NONE) {
            found.add(new Ranked(20 + rank, machine(machine)));
        }
    }

    /** People who are not there now. */
    private void others(String text, Viewer viewer, List<Result> results, Set<String> shown) {
        if (text.length() >= SHORTEST_FOR_HISTORY) {
            for (SessionRow row : history.lastOfEach(text, viewer.rights().visibleRooms(), MOST)) {
                if (results.size() < MOST && shown.add(row.user().toLowerCase(Locale.ROOT))) {
                    results.add(person(row));
                }
            }
        }
        if (viewer.rights().everywhere() == null) {
            return; // Whom one may see at no machine, one need not find.
        }
        for (Person person : people.search(text, MOST)) {
            if (results.size() < MOST && shown.add(person.login())) {
                results.add(person(person));
            }
        }
    }

    private static Result session(MachineNow machine, SessionNow session) {
        String account = Accounts.of(machine);
        return new Result(
                "session",
                Href.to("machine", account),
                account,
                machine.name(),
                machine.place().room(),
                session.user(),
                session.fullName(),
                session.group(),
                machine.condition().id(),
                session.since(),
                null,
                null,
                null,
                null);
    }

    private static Result room(RoomNow room) {
        return new Result(
                "room",
                Href.to("room", room.name()),
                null,
                null,
                room.name(),
                null,
                null,
                null,
                null,
                room.outage(),
                null,
                room.machines().size(),
                room.inUse(),
                null);
    }

    private static Result machine(MachineNow machine) {
        String account = Accounts.of(machine);
        return new Result(
                "machine",
                Href.to("machine", account),
                account,
                machine.name(),
                machine.place().room(),
                null,
                null,
                null,
                machine.condition().id(),
                machine.since(),
                machine.address(),
                null,
                null,
                null);
    }

    private static Result person(Person person) {
        return new Result(
                "person",
                Href.to("person", person.login()),
                null,
                null,
                null,
                person.login(),
                person.fullName(),
                person.group(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Result person(SessionRow row) {
        Last last = new Last(Accounts.of(row.machine()), row.name(), row.room(), row.logon(), row.logoff());
        return new Result(
                "person",
                Href.to("person", row.user().toLowerCase(Locale.ROOT)),
                null,
                null,
                null,
                row.user(),
                row.fullName(),
                row.group(),
                null,
                null,
                null,
                null,
                null,
                last);
    }
}
