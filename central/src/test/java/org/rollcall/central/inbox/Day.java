package org.rollcall.central.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rollcall.central.board.Condition;
import org.rollcall.central.inbox.DayPc.Power;
import org.rollcall.central.store.EventStore;
import org.rollcall.central.store.Machines;

/** A random day of a park: people come and go, power and network fail, central and the server are started anew. */
final class Day {
    /** After which a silent machine must be known as such, and all who can are signed in again. */
    private static final Duration SETTLED = Duration.ofSeconds(170);
    /** What central may not have learnt before it went deaf itself. */
    private static final Duration LEARNT = Duration.ofSeconds(60);

    /** @param signIns how often it had signed in until then: once more, and this says nothing any more */
    private record Gone(Condition how, Instant at, int signIns) {}

    final Agenda agenda;
    final List<DayPc> pcs = new ArrayList<>();
    private final Random random;
    private final DayServer server;
    private final Machines machines;
    private final EventStore store;
    private final Map<DayPc, Gone> gone = new HashMap<>();
    private DayCentral central;
    private int people;

    Day(List<String> accounts, Machines machines, EventStore store, Random random) {
        this(new Agenda(), accounts, machines, store, random);
    }

    Day(Agenda agenda, List<String> accounts, Machines machines, EventStore store, Random random) {
        this.agenda = agenda;
        this.random = random;
        this.machines = machines;
        this.store = store;
        server = new DayServer(agenda, random);
        accounts.forEach(account -> pcs.add(new DayPc(account, agenda, server, random)));
        central = new DayCentral(agenda, server, machines, store, random);
    }

    DayCentral central() {
        return central;
    }

    void pass(Duration duration) {
        agenda.pass(duration);
    }

    /** Until whatever happens to one PC does not change any more. */
    void settle() {
        pass(SETTLED);
    }

    /** What it should be now; null: gone while central did not hear it, so off or lost. */
    Condition expected(DayPc pc) {
        if (pc.power == Power.ON && pc.isSignedIn()) {
            return pc.open().stream()
                    .filter(session -> !session.disconnected)
                    .findFirst()
                    .map(session -> session.locked ? Condition.LOCKED : Condition.IN_USE)
                    .orElse(pc.open().isEmpty() ? Condition.FREE : Condition.LEFT);
        }
        Gone known = gone.get(pc);
        return known == null || known.signIns() != pc.signIns ? null : known.how();
    }

    /** One thing that happens, to a PC or to all. */
    void happen() {
        int dice = random.nextInt(1_000);
        if (dice < 3) {
            deaf();
            server.stop();
            agenda.in(2_000 + random.nextInt(90_000), server::start);
        } else if (dice < 7) {
            deaf();
            central.end(random.nextBoolean());
            agenda.in(
                    500 + random.nextInt(60_000),
                    () -> central = new DayCentral(agenda, server, machines, store, random));
            pass(Duration.ofSeconds(61));
        } else if (dice < 10) {
            deaf();
            central.cut(20_000 + random.nextInt(9_000));
        } else if (dice < 14) {
            roomCut();
        } else {
            toOne(pcs.get(random.nextInt(pcs.size())));
        }
    }

    private void toOne(DayPc pc) {
        if (pc.power == Power.OFF) {
            pc.powerOn();
        } else if (pc.power == Power.ASLEEP) {
            pc.resume();
        } else if (!pc.network && random.nextInt(3) == 0) {
            pc.networkBack();
        } else {
            toOneThatIsOn(pc);
        }
    }

    private void toOneThatIsOn(DayPc pc) {
        List<DayPc.Session> open = pc.open();
        DayPc.Session one = open.isEmpty() ? null : open.get(random.nextInt(open.size()));
        int dice = random.nextInt(100);
        if (dice < 4) {
            goes(pc, Condition.LOST);
            pc.powerCut(noticed());
        } else if (dice < 7) {
            goes(pc, Condition.LOST);
            pc.networkCut(noticed());
        } else if (dice < 11) {
            goes(pc, Condition.OFF);
            pc.shutDown();
        } else if (dice < 14) {
            goes(pc, Condition.OFF);
            pc.sleep();
        } else if (dice < 16) {
            pc.restartAgent();
        } else if (one == null || dice < 25 && open.size() < 3) {
            pc.logon("user" + ++people);
        } else if (dice < 55) {
            pc.logoff(one);
        } else if (one.disconnected) {
            if (open.stream().allMatch(session -> session.disconnected)) {
                pc.connect(one);
            }
        } else {
            pc.lock(one, !one.locked);
        }
    }

    private void roomCut() {
        String room = pcs.get(random.nextInt(pcs.size())).name.substring(0, 4);
        for (DayPc pc : pcs) {
            if (pc.name.startsWith(room) && pc.power == Power.ON && pc.network) {
                goes(pc, Condition.LOST);
                pc.networkCut(noticed());
            }
        }
    }

    /** A stream that breaks is noticed by the server at once, late, or not within the day. */
    private long noticed() {
        return switch (random.nextInt(3)) {
            case 0 -> 1;
            case 1 -> random.nextInt(90_000);
            default -> Duration.ofHours(20).toMillis();
        };
    }

    private void goes(DayPc pc, Condition how) {
        if (pc.isSignedIn() && central.hears()) {
            gone.put(pc, new Gone(how, agenda.time.instant(), pc.signIns));
        } else if (pc.isSignedIn()) {
            gone.remove(pc);
        }
    }

    /** From now on central hears nothing for a while; what has just happened it may not have learnt. */
    private void deaf() {
        Instant now = agenda.time.instant();
        gone.values().removeIf(known -> known.at().plus(LEARNT).isAfter(now));
    }
}
