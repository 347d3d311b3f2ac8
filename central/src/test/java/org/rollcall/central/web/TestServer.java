package org.rollcall.central.web;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.access.Grants;
import org.rollcall.central.access.Who;
import org.rollcall.central.board.Condition;
import org.rollcall.central.directory.DirectoryPeople;
import org.rollcall.central.enrol.TestOffice;
import org.rollcall.central.fake.FakeTrail;
import org.rollcall.central.park.Person;
import org.rollcall.central.park.Reloader;
import org.rollcall.central.park.Room;
import org.rollcall.central.privacy.PersonalData;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.trouble.Troubles;
import org.rollcall.central.web.fake.FakeAsker;
import org.rollcall.central.web.fake.FakeAudit;
import org.rollcall.central.web.fake.FakeBoard;
import org.rollcall.central.web.fake.FakeFigures;
import org.rollcall.central.web.fake.FakeHistory;
import org.rollcall.central.web.fake.FakeMachine;
import org.rollcall.central.web.fake.FakeMachines;
import org.rollcall.central.web.fake.FakePark;
import org.rollcall.central.web.fake.FakeVisitors;
import org.rollcall.xmpp.command.Role;

/**
 * A real web server over a small park: A201 with two machines, B105 with one. {@code admin} may everything,
 * {@code teacher} is operator in A201, {@code viewer} sees all, {@code nobody} nothing; passwords are the names.
 */
final class TestServer implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final FakeMachine B7 = FakeMachine.free("A201B7", "A201").at(2, 3, "10.2.3.22");
    static final FakeMachine B8 = FakeMachine.free("A201B8", "A201").at(2, 4, "10.2.3.23");
    static final FakeMachine A3 = FakeMachine.free("B105A3", "B105").at(1, 1, "10.2.4.3");

    final FakeBoard board = new FakeBoard();
    final FakeHistory history = new FakeHistory();
    final FakeAudit audit = new FakeAudit();
    final FakeMachines machines = new FakeMachines();
    final FakeVisitors visitors = new FakeVisitors();
    final FakeAsker asker = new FakeAsker(board, Duration.ZERO);
    final FakeFigures figures = new FakeFigures();
    volatile Grants grants = new Grants(
            Map.of("admin", Role.ADMIN, "viewer", Role.VIEWER), Map.of("A201", Map.of("teacher", Role.OPERATOR)));
    volatile Reloader.Mistaken mistaken = new Reloader.Mistaken(NOON, List.of());
    volatile DirectoryPeople.Trouble directory;
    private final WebServer server;

    TestServer() throws IOException {
        this(WebHarness.settings(0));
    }

    /** What machines make up when they are asked to; who is not in it is off. */
    final Map<BareJid, String> newPasswords = new ConcurrentHashMap<>();

    final TestOffice enrolling =
            new TestOffice(machines, new FakeTrail(), InstantSource.fixed(NOON), newPasswords::get);

    TestServer(WebSettings settings) throws IOException {
        for (String id : List.of("admin", "teacher", "viewer", "nobody")) {
            visitors.person(new Who(id, id.toUpperCase(Locale.ROOT), Set.of()));
        }
        FakePark park = new FakePark()
                .room(new Room("A201", List.of(), List.of(new Room.Spot(1, 6))))
                .person(new Person("kevin.marchais", "Kévin Marchais", "LP D2i", false))
                .person(new Person("zoe.absent", "Zoé Absent", "LP D2i", false));
        for (FakeMachine machine : List.of(B7, B8, A3)) {
            machines.put(machine.jid(), machine.name(), KnownMachine.Standing.KNOWN, null);
            board.put(machine);
        }
        server = new WebServer(
                settings,
                new WebParts(
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
                        new NoPersonalData(),
                        figures,
                        new Troubles(() -> mistaken, () -> Optional.ofNullable(directory), enrolling.office::failing),
                        enrolling.office,
                        InstantSource.fixed(NOON)));
        server.start();
    }

    static FakeMachine kevinAt(FakeMachine machine) {
        return machine.in(
                Condition.IN_USE, NOON, FakeMachine.session("kevin.marchais", "Kévin Marchais", "LP D2i", false, NOON));
    }

    int port() {
        return server.port();
    }

    int pages() {
        return server.pages();
    }

    /** Nobody is signed in there. */
    TestBrowser stranger() {
        return new TestBrowser("http", port());
    }

    TestBrowser as(String name) throws Exception {
        TestBrowser browser = stranger();
        browser.signIn(name);
        return browser;
    }

    List<String> audited() {
        return audit.lines().stream()
                .map(line -> line.who() + " " + line.action() + " " + line.target() + " " + line.details() + " "
                        + line.outcome())
                .toList();
    }

    String auditedText() {
        return String.join("\n", audited());
    }

    @Override
    public void close() {
        server.close();
    }

    private record NoPersonalData() implements PersonalData {
        @Override
        public String export(String login) {
            return "{\"login\":\"" + login + "\"}";
        }

        @Override
        public long erase(String login) {
            return 3;
        }
    }
}
