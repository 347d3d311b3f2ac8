package org.rollcall.central.web.api;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.SessionNow;
import org.rollcall.central.park.People;
import org.rollcall.central.park.Person;
import org.rollcall.central.privacy.PersonalData;
import org.rollcall.central.store.History;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.central.store.SessionRow;
import org.rollcall.central.web.Api;
import org.rollcall.central.web.ApiException;
import org.rollcall.central.web.AuditNotes;
import org.rollcall.central.web.Viewer;
import org.rollcall.central.web.json.Accounts;
import org.rollcall.central.web.json.HistoryRowJson;
import org.rollcall.central.web.json.SessionJson;

/** One person: where now, where usually, and when last. */
public final class PeopleRoutes {
    private static final int READ = 500;
    private static final int SHOWN = 50;
    private static final int PLACES = 10;

    private final BoardView board;
    private final People people;
    private final History history;
    private final PersonalData personal;
    private final AuditNotes audit;

    private record Answer(
            String login,
            String fullName,
            String group,
            Boolean staff,
            List<Now> now,
            List<UsualPlace> places,
            List<HistoryRowJson> recent,
            boolean mayErase) {}

    private record Now(String account, String name, String room, String condition, SessionJson session) {}

    private record UsualPlace(String account, String name, String room, long sessions, Instant last) {}

    private record Confirm(String confirm) {}

    private record Erased(long sessions) {}

    public PeopleRoutes(BoardView board, People people, History history, PersonalData personal, AuditNotes audit) {
        this.board = board;
        this.people = people;
        this.history = history;
        this.personal = personal;
        this.audit = audit;
    }

    public void add(Api api) {
        api.get("/api/people/{login}", Api.VIEWER, (context, viewer) -> {
            String login = login(context);
            audit.done(viewer, "person", login, null);
            Api.json(context, answer(login, viewer));
        });
        api.get("/api/people/{login}/export", Api.ADMIN, (context, viewer) -> {
            String login = login(context);
            audit.done(viewer, "person-export", login, null);
            Api.jsonText(context, personal.export(login));
            context.header("Content-Disposition", "attachment; filename=\"rollcall-person.json\"");
        });
        api.post("/api/people/{login}/erase", Api.ADMIN, (context, viewer) -> {
            String login = login(context);
            if (!login.equals(Api.body(context, Confirm.class).confirm())) {
                throw ApiException.badRequest("confirm: " + login);
            }
            long sessions = personal.erase(login);
            // Without the name, which is to be forgotten.
            audit.done(viewer, "person-erase", null, "sessions=" + sessions);
            Api.json(context, new Erased(sessions));
        });
    }

    private Answer answer(String login, Viewer viewer) {
        List<Now> now = now(login, viewer);
        List<SessionRow> rows = rows(login, viewer);
        // A viewer of some rooms is told of nobody whom he has not seen in them.
        Optional<Person> person = viewer.rights().everywhere() != null || !now.isEmpty() || !rows.isEmpty()
                ? people.find(login)
                : Optional.empty();
        if (now.isEmpty() && rows.isEmpty() && person.isEmpty()) {
            throw ApiException.notFound();
        }
        String name = person.map(Person::fullName)
                .or(() -> rows.stream()
                        .map(SessionRow::fullName)
                        .filter(one -> one != null)
                        .findFirst())
                .orElse(null);
        return new Answer(
                login,
                name,
                person.map(Person::group).orElse(null),
                person.map(Person::staff).orElse(null),
                now,
                places(rows),
                rows.stream().limit(SHOWN).map(HistoryRowJson::of).toList(),
                viewer.rights().isAdmin());
    }

    private List<Now> now(String login, Viewer viewer) {
        List<Now> now = new ArrayList<>();
        for (MachineNow machine : Seen.machines(board, viewer)) {
            for (SessionNow session : machine.sessions()) {
                if (machine.condition().isOn() && login.equalsIgnoreCase(session.user())) {
                    now.add(new Now(
                            Accounts.of(machine),
                            machine.name(),
                            machine.place().room(),
                            machine.condition().id(),
                            SessionJson.of(session)));
                }
            }
        }
        return now;
    }

    private List<SessionRow> rows(String login, Viewer viewer) {
        HistoryQuery query =
                new HistoryQuery(null, login, null, viewer.rights().visibleRooms(), null, null, null, READ, null);
        // The query finds parts of names too.
        return history.find(query).stream()
                .filter(row -> login.equalsIgnoreCase(row.user()))
                .toList();
    }

    private static List<UsualPlace> places(List<SessionRow> rows) {
        Map<String, List<SessionRow>> machines = new LinkedHashMap<>();
        rows.forEach(row -> machines.computeIfAbsent(row.machine(), jid -> new ArrayList<>())
                .add(row));
        return machines.values().stream()
                .map(one -> new UsualPlace(
                        Accounts.of(one.get(0).machine()),
                        one.get(0).name(),
                        one.get(0).room(),
                        one.size(),
                        one.get(0).logon()))
                .sorted(Comparator.comparingLong(UsualPlace::sessions).reversed())
                .limit(PLACES)
                .toList();
    }

    private static String login(Context context) {
        return context.pathParam("login").toLowerCase(Locale.ROOT);
    }
}
