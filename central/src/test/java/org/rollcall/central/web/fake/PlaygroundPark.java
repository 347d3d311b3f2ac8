package org.rollcall.central.web.fake;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.access.Grants;
import org.rollcall.central.access.Who;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.SessionNow;
import org.rollcall.central.directory.DirectoryPeople;
import org.rollcall.central.enrol.Office;
import org.rollcall.central.enrol.TestOffice;
import org.rollcall.central.fake.FakeTrail;
import org.rollcall.central.park.Mistake;
import org.rollcall.central.park.Person;
import org.rollcall.central.park.Reloader;
import org.rollcall.central.park.Room;
import org.rollcall.central.privacy.PersonalData;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.trouble.Troubles;
import org.rollcall.central.web.ServiceFigures;
import org.rollcall.central.web.WebParts;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.text.Sentence;

/** Rooms of 29 machines with people that come and go, and four weeks behind them. */
public final class PlaygroundPark {
    private static final List<String> ROOMS =
            List.of("A101", "A102", "A201", "A202", "A203", "A301", "B001", "B105", "B106", "B210", "C12", "C14");
    private static final int SEATS = 29;
    private static final int COLUMNS = 6;
    private static final List<String> FIRST = List.of(
            "Kévin",
            "Anne",
            "Zoé",
            "Mehdi",
            "Léa",
            "Noël",
            "Inès",
            "Yoann",
            "Chloé",
            "Frédéric",
            "Jean-Baptiste",
            "Maï");
    private static final List<String> LAST = List.of(
            "Marchais", "Pertaza", "Barros", "Lefèvre", "N'Guyen", "de la Tour", "Öztürk", "Muñoz", "Roux", "Œuvrard");
    private static final List<String> GROUPS = List.of("LP D2i", "BUT1 INFO", "BUT2 GEA", "BUT3 QLIO");

    private final Random random = new Random(7);
    private final FakeBoard board = new FakeBoard();
    private final FakePark park = new FakePark();
    private final FakeHistory history = new FakeHistory();
    private final FakeMachines machines = new FakeMachines();
    private final FakeAudit audit = new FakeAudit();
    private final List<Person> people = new ArrayList<>();
    private final List<FakeMachine> all = new ArrayList<>();

    /** @param count of rooms; beyond the usual ones they are numbered */
    public PlaygroundPark(int count) {
        List<String> rooms = IntStream.range(0, count)
                .mapToObj(i -> i < ROOMS.size() ? ROOMS.get(i) : "D" + (100 + i))
                .toList();
        for (String first : FIRST) {
            for (String last : LAST) {
                boolean staff = first.equals("Frédéric") || first.equals("Anne");
                String login = plain(first) + "." + plain(last);
                Person person = new Person(
                        login, first + " " + last, staff ? "Enseignant" : GROUPS.get(people.size() % 4), staff);
                people.add(person);
                park.person(person);
            }
        }
        for (int room = 0; room < rooms.size(); room++) {
            park.room(new Room(rooms.get(room), List.of(), List.of(new Room.Spot(1, COLUMNS + 1))));
            for (int seat = 0; seat < SEATS; seat++) {
                String name = rooms.get(room) + (char) ('A' + seat / COLUMNS) + (seat % COLUMNS + 1);
                FakeMachine machine = FakeMachine.free(name, rooms.get(room))
                        .at(seat / COLUMNS + 1, seat % COLUMNS + 1, "10.2." + room + "." + (20 + seat));
                machines.put(machine.jid(), name, KnownMachine.Standing.KNOWN, seat == 28 && room == 2 ? "h2" : null);
                all.add(machine);
                all.set(all.size() - 1, changed(all.size() - 1, random.nextInt(12), past()));
                board.put(all.get(all.size() - 1));
                past(machine);
            }
        }
        FakeMachine clock = all.get(3).clockOff(Duration.ofSeconds(125)).version("0.9.2");
        board.put(clock);
        all.set(3, clock);
        for (String name : List.of("a201z9", "visitor", "<b>bold</b>")) {
            machines.put(
                    JidCreate.bareFromOrThrowUnchecked((name.startsWith("<") ? "evil" : name) + "@iut.rdz"),
                    name,
                    KnownMachine.Standing.WAITING,
                    null);
        }
    }

    /** The next second: a few machines change. */
    public void step() {
        for (int i = 0; i < 3; i++) {
            int index = random.nextInt(all.size());
            all.set(index, changed(index, random.nextInt(12), Instant.now()));
            board.put(all.get(index));
        }
    }

    private FakeMachine changed(int index, int what, Instant at) {
        FakeMachine machine = all.get(index);
        Person person = people.get(random.nextInt(people.size()));
        SessionNow session = FakeMachine.session(person.login(), person.fullName(), person.group(), person.staff(), at);
        return switch (what) {
            case 0, 1 -> machine.in(Condition.FREE, at);
            case 2 -> machine.in(Condition.OFF, at);
            case 3 -> machine.in(Condition.LOCKED, at, locked(session));
            case 4 -> machine.in(Condition.IDLE, at, idle(session, at));
            case 5 -> machine.in(Condition.LEFT, at, left(session));
            case 6 -> random.nextInt(5) == 0 ? machine.in(Condition.LOST, at, session) : machine.in(Condition.OFF, at);
            case 7 -> random.nextInt(8) == 0 ? machine.in(Condition.UNKNOWN, null) : machine.in(Condition.FREE, at);
            default -> machine.in(Condition.IN_USE, at, session);
        };
    }

    private Instant past() {
        return Instant.now().minusSeconds(60 + random.nextInt(7_200));
    }

    private void past(FakeMachine machine) {
        for (int day = 27; day >= 0; day--) {
            for (int n = random.nextInt(4); n > 0; n--) {
                Person person = people.get(random.nextInt(people.size()));
                Instant logon = Instant.now()
                        .truncatedTo(ChronoUnit.DAYS)
                        .minus(day, ChronoUnit.DAYS)
                        .plusSeconds(7 * 3600 + random.nextInt(9 * 3600));
                Instant logoff = logon.plusSeconds(300 + random.nextInt(7_000));
                if (logoff.isBefore(Instant.now())) {
                    history.add(
                            machine.name(),
                            machine.room(),
                            person.login(),
                            person.fullName(),
                            person.group(),
                            machine.address(),
                            logon,
                            logoff,
                            n == 3 ? "power-lost" : "logoff");
                }
            }
        }
    }

    public WebParts parts() {
        Map<String, Map<String, Role>> rooms =
                Map.of("A201", Map.of("teacher", Role.OPERATOR), "A202", Map.of("teacher", Role.VIEWER));
        Grants grants = new Grants(Map.of("demo", Role.ADMIN), rooms);
        FakeVisitors visitors = new FakeVisitors()
                .person(new Who("demo", "Démo Administrator", Set.of()))
                .person(new Who("teacher", "Anne Martin", Set.of()))
                .person(new Who("nobody", "Nobody", Set.of()));
        FakeAsker asker = new FakeAsker(board, Duration.ofMillis(40));
        return new WebParts(
                board,
                () -> park,
                park,
                () -> grants,
                history,
                audit,
                machines,
                asker,
                asker,
                visitors,
                personal(),
                figures(),
                new Troubles(PlaygroundPark::mistaken, PlaygroundPark::directory, PlaygroundPark::accounts),
                office(),
                InstantSource.system());
    }

    private Office office() {
        TestOffice enrolling = new TestOffice(machines, new FakeTrail(), InstantSource.system(), machine -> null);
        enrolling.asks("A201Z9", 1);
        enrolling.asks("A202Z4", 2);
        enrolling.office.open("A202", Duration.ofHours(2), true, "demo");
        return enrolling.office;
    }

    private PersonalData personal() {
        return new PersonalData() {
            @Override
            public String export(String login) {
                return "{\"login\":\"" + login + "\"}";
            }

            @Override
            public long erase(String login) {
                return 3;
            }
        };
    }

    private static Reloader.Mistaken mistaken() {
        return new Reloader.Mistaken(
                Instant.now().minusSeconds(90),
                List.of(
                        new Mistake("rooms.csv", 7, "machine.twice", List.of("A201B7", "3")),
                        new Mistake("people.csv", 12, "staff.word", List.of("peut-être"))));
    }

    private static Optional<DirectoryPeople.Trouble> directory() {
        return Optional.of(new DirectoryPeople.Trouble(
                Instant.now().minusSeconds(3600),
                Sentence.plain("the directory ldaps://dc1.iut.rdz:636 refuses the connection or cannot be reached")));
    }

    private static Optional<Office.Failure> accounts() {
        return Optional.of(new Office.Failure(
                Instant.now().minusSeconds(600),
                Sentence.plain("iut.rdz refuses the password of rollcall-enrol: set enrol.admin-password-file right")));
    }

    private static ServiceFigures figures() {
        return new FakeFigures();
    }

    private static SessionNow locked(SessionNow session) {
        return with(session, "active", true, null);
    }

    private static SessionNow idle(SessionNow session, Instant since) {
        return with(session, "active", false, since);
    }

    private static SessionNow left(SessionNow session) {
        return with(session, "disconnected", null, null);
    }

    private static SessionNow with(SessionNow session, String state, Boolean locked, Instant idle) {
        return new SessionNow(
                session.id(),
                session.uid(),
                session.user(),
                session.domain(),
                session.fullName(),
                session.group(),
                session.staff(),
                state,
                session.kind(),
                session.since(),
                locked,
                idle,
                session.client());
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z-]", "")
                .toLowerCase(Locale.ROOT);
    }
}
