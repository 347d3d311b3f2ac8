package org.rollcall.central.inbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jivesoftware.smack.packet.IQ;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.board.Board;
import org.rollcall.xmpp.asking.Requests;
import org.rollcall.xmpp.entity.EntityTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures how far each machine's clock is ahead of ours, by XEP-0202: at its sign-in, after a step of its clock, and
 * about every hour.
 */
final class Clocks {
    private static final Logger LOG = LoggerFactory.getLogger(Clocks.class);
    private static final Duration WITHIN = Duration.ofSeconds(8);
    /** An answer that took longer tells too little. */
    private static final Duration SLOWEST = Duration.ofSeconds(4);

    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(2);

    private final Board board;
    private final Requests questions;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Random random;
    private final Rounds rounds;
    private final Map<BareJid, CompletableFuture<Void>> firsts = new ConcurrentHashMap<>();

    Clocks(Board board, Requests questions, InstantSource clock, LongSupplier nanoTime, Random random) {
        this.board = board;
        this.questions = questions;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.random = random;
        rounds = new Rounds(64, 75, this::ask, nanoTime);
    }

    /** It has signed in: as soon as its turn comes. */
    void signedIn(BareJid machine) {
        firsts.computeIfAbsent(machine, key -> new CompletableFuture<>());
        due(machine);
    }

    /** Its clock was set. */
    void due(BareJid machine) {
        rounds.due(machine, Duration.ZERO);
    }

    /** Done when its clock was measured after its sign-in, or could not be: its events' times depend on it. */
    CompletionStage<Void> measured(BareJid machine) {
        CompletableFuture<Void> first = firsts.get(machine);
        return first == null ? CompletableFuture.completedFuture(null) : first;
    }

    void gone(BareJid machine) {
        rounds.forget(machine);
        settled(machine);
    }

    void linkDown() {
        rounds.forgetAll();
        firsts.keySet().forEach(this::settled);
    }

    private void settled(BareJid machine) {
        CompletableFuture<Void> first = firsts.remove(machine);
        if (first != null) {
            first.complete(null);
        }
    }

    void tick() {
        rounds.tick();
    }

    private CompletionStage<?> ask(BareJid machine) {
        IQ question = EntityTime.question(JidCreate.fullFrom(machine.asEntityBareJidOrThrow(), Doorman.AGENT));
        long asked = nanoTime.getAsLong();
        CompletableFuture<Void> done = new CompletableFuture<>();
        questions.ask(question, WITHIN).whenComplete((answer, failure) -> {
            boolean measured = failure == null && answered(machine, answer, nanoTime.getAsLong() - asked);
            settled(machine);
            again(machine, measured ? EVERY : AFTER_FAILURE);
            done.complete(null);
        });
        return done;
    }

    private boolean answered(BareJid machine, IQ answer, long took) {
        try {
            Instant theirs = EntityTime.in(answer).orElse(null);
            if (theirs == null) {
                LOG.debug("{} answers with no time", machine);
                return false;
            }
            // A whole second has been cut, on the average by half of one.
            Instant said = theirs.getNano() == 0 ? theirs.plusMillis(500) : theirs;
            if (took > SLOWEST.toNanos()) {
                return false;
            }
            Instant ours = clock.instant().minusNanos(took / 2);
            board.clockIs(machine, Duration.between(ours, said).truncatedTo(ChronoUnit.SECONDS));
            return true;
        } catch (DateTimeException | ArithmeticException e) {
            LOG.debug("{} answers with no time: {}", machine, e.getMessage());
            return false;
        }
    }

    /** Not all in the same minute, though all began in one. */
    private void again(BareJid machine, Duration after) {
        if (board.machine(machine).filter(now -> now.condition().isOn()).isPresent()) {
            rounds.due(machine, Duration.ofMillis((long) (after.toMillis() * (0.75 + random.nextDouble() / 2))));
        }
    }
}
