package org.rollcall.central.wake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;
import org.rollcall.xmpp.asking.Outcome;
import org.rollcall.xmpp.asking.Question;
import org.rollcall.xmpp.asking.Questioner;
import org.rollcall.xmpp.asking.Target;

/** Has machines that are on wake their neighbours: where a room is behind a router, central's own packets end there. */
public final class Passing {
    private static final String COMMAND = "wake-neighbour";
    private static final String ARGUMENT = "mac";
    /** What one order takes. */
    private static final int AT_ONCE = 200;

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Questioner questioner;
    private final BoardView board;

    public Passing(Questioner questioner, BoardView board) {
        this.questioner = questioner;
        this.board = board;
    }

    /**
     * What a neighbour said.
     *
     * @param reason null when it has sent; else why not, in a word
     * @param sentence null when it has sent
     */
    record Passed(String neighbour, String reason, String sentence) {
        boolean sent() {
            return reason == null;
        }
    }

    /** @return sleeper to what came of each of its neighbours, none among them; never exceptionally */
    CompletableFuture<Map<BareJid, List<Passed>>> ask(Collection<MachineNow> sleepers, BareJid by, Locale locale) {
        List<MachineNow> all = board.machines();
        Map<MachineNow, List<MachineNow>> work = new LinkedHashMap<>();
        for (MachineNow sleeper : sleepers) {
            Neighbours.of(sleeper, all)
                    .forEach(near -> work.computeIfAbsent(near, machine -> new ArrayList<>())
                            .add(sleeper));
        }
        Map<BareJid, List<Passed>> passed = new LinkedHashMap<>();
        List<CompletableFuture<Void>> rounds = new ArrayList<>();
        work.forEach((near, asleep) -> {
            for (int from = 0; from < asleep.size(); from += AT_ONCE) {
                List<MachineNow> some = asleep.subList(from, Math.min(asleep.size(), from + AT_ONCE));
                rounds.add(questioner.ask(question(some, by, locale), List.of(target(near)), outcome -> {
                    Passed word = word(near, outcome);
                    synchronized (passed) {
                        some.forEach(sleeper -> passed.computeIfAbsent(sleeper.jid(), jid -> new ArrayList<>())
                                .add(word));
                    }
                }));
            }
        });
        return CompletableFuture.allOf(rounds.toArray(CompletableFuture[]::new)).thenApply(done -> passed);
    }

    private static Question question(List<MachineNow> sleepers, BareJid by, Locale locale) {
        String macs = sleepers.stream().map(MachineNow::mac).distinct().collect(Collectors.joining(","));
        return new Question(COMMAND, Map.of(ARGUMENT, macs), true, TIMEOUT, locale, by);
    }

    private static Target target(MachineNow machine) {
        return Target.machine(machine.name(), machine.jid());
    }

    private static Passed word(MachineNow near, Outcome outcome) {
        return outcome instanceof Outcome.Unanswered none
                ? new Passed(near.name(), none.reason(), none.sentence())
                : new Passed(near.name(), null, null);
    }
}
