package org.rollcall.central.command;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.access.GrantedRoles;
import org.rollcall.central.access.Grants;
import org.rollcall.central.access.Who;
import org.rollcall.central.ask.OnBehalf;
import org.rollcall.central.ask.Sheets;
import org.rollcall.central.enrol.Office;
import org.rollcall.central.enrol.TestOffice;
import org.rollcall.central.fake.FakeBoard;
import org.rollcall.central.fake.FakeHistory;
import org.rollcall.central.fake.FakeMachines;
import org.rollcall.central.fake.FakePersonalData;
import org.rollcall.central.fake.FakeTrail;
import org.rollcall.central.fake.RulePark;
import org.rollcall.central.park.Reloader;
import org.rollcall.central.trouble.Troubles;
import org.rollcall.central.wake.Passing;
import org.rollcall.central.wake.WakeOnLan;
import org.rollcall.xmpp.asking.Outcome;
import org.rollcall.xmpp.asking.Question;
import org.rollcall.xmpp.asking.Questioner;
import org.rollcall.xmpp.asking.Target;
import org.rollcall.xmpp.command.Asker;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;

/** Asks central's commands as the runner does, with checked arguments. */
final class Asking {
    final FakeBoard board = new FakeBoard();
    final FakeHistory history = new FakeHistory();
    final FakeMachines machines = FakeMachines.of("a201b7", "a201b8", "b105a1");
    final Sheets sheets = new Sheets(machines);
    final FakeTrail trail = new FakeTrail();
    final FakeAsker asker = new FakeAsker();
    final FakeWatchLine line = new FakeWatchLine();
    final List<byte[]> packets = new ArrayList<>();
    final List<String> passing = new ArrayList<>();
    final Set<String> refusingNeighbours = new HashSet<>();
    boolean networkIsAway;
    boolean storeWritable = true;
    final List<String> progress = new ArrayList<>();
    final Map<String, Role> everywhere = new HashMap<>(Map.of("admin@iut.rdz", Role.ADMIN));
    final Map<String, Map<String, Role>> rooms = new HashMap<>();
    final Clock clock = Clock.fixed(FakeBoard.NOW, ZoneOffset.UTC);
    final Watchers watchers = new Watchers(board, line, clock);
    Reloader.Mistaken mistaken = new Reloader.Mistaken(FakeBoard.NOW, List.of());
    final Map<String, String> newPasswords = new HashMap<>();
    final TestOffice enrolling = new TestOffice(machines, trail, clock, jid -> newPasswords.get(jid.toString()));
    Office office = enrolling.office;
    String from = "admin@iut.rdz";
    Locale locale = Locale.ENGLISH;

    /** From now on asked by somebody with this role in one room alone. */
    Asking as(String person, Role role, String room) {
        from = person;
        rooms.computeIfAbsent(room, name -> new HashMap<>()).put(person, role);
        return this;
    }

    Grants grants() {
        return new Grants(everywhere, rooms);
    }

    List<Command> commands() {
        return CentralCommands.all(new CommandParts(
                board,
                history,
                machines,
                sheets,
                trail,
                new FakePersonalData(),
                this::grants,
                new GrantedRoles(this::grants, jid -> Who.of(jid.toString())),
                asker,
                new WakeOnLan(
                        this::sent,
                        new Passing(new Questioner(this::passed), board),
                        new OnBehalf("iut.rdz"),
                        board,
                        this::grants,
                        sheets,
                        trail,
                        clock),
                watchers,
                new Troubles(() -> mistaken, Optional::empty, Optional::empty),
                office,
                this::room,
                () -> storeWritable,
                clock));
    }

    private String room(BareJid jid) {
        return new RulePark().placeOf(Offices.account(jid)).room();
    }

    private CompletableFuture<Outcome> passed(Question question, Target target) {
        passing.add(target.name() + " " + question.command() + " " + question.arguments() + " " + question.by());
        return CompletableFuture.completedFuture(
                refusingNeighbours.contains(target.name())
                        ? new Outcome.Unanswered(target, "forbidden", "no")
                        : new Outcome.Answered(target, FakeBoard.NOW, Table.of(List.of(), List.of())));
    }

    private int sent(byte[] packet) throws IOException {
        if (networkIsAway) {
            throw new IOException("no network");
        }
        packets.add(packet);
        return 2;
    }

    Command command(String name) {
        return commands().stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** @param arguments name, value, name, value… */
    Table ask(String command, Object... arguments) throws Refusal, InterruptedException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            values.put((String) arguments[i], arguments[i + 1]);
        }
        EntityFullJid jid = JidCreate.entityFullFromOrThrowUnchecked(from + "/desk");
        Role role = grants().anywhere(Who.of(from)).orElseThrow();
        return command(command).answer(new Request(new Asker(jid, null, role, "chat"), values, locale, progress::add));
    }

    Refusal refused(String command, Object... arguments) {
        return assertThrows(Refusal.class, () -> ask(command, arguments));
    }

    List<Object> column(Table table, String name) {
        int index = 0;
        while (!table.columns().get(index).name().equals(name)) {
            index++;
        }
        List<Object> cells = new ArrayList<>();
        for (List<Object> row : table.rows()) {
            cells.add(row.get(index));
        }
        return cells;
    }
}
