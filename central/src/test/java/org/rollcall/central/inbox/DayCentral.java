package org.rollcall.central.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Stanza;
import org.rollcall.central.board.Board;
import org.rollcall.central.fake.FakePeople;
import org.rollcall.central.fake.RulePark;
import org.rollcall.central.store.EventStore;
import org.rollcall.central.store.Machines;
import org.rollcall.xmpp.command.Access;
import org.rollcall.xmpp.entity.Entity;

/** One life of central: its board and inbox, on what is kept from the lives before. */
final class DayCentral {
    final Board board;
    private final Agenda agenda;
    private final DayServer server;
    private final Random random;
    private final Entity entity;
    private final Inbox inbox;
    private DayServer.Stream stream;
    private boolean ended;

    DayCentral(Agenda agenda, DayServer server, Machines machines, EventStore store, Random random) {
        this.agenda = agenda;
        this.server = server;
        this.random = random;
        board = new Board(RulePark::new, () -> new FakePeople(List.of()), machines, agenda.time);
        Access access = new Access(Map.of(), Map.of(), null, null);
        entity = new Entity(this::send, () -> Optional.of(Rig.SELF), () -> access, entry -> {});
        inbox = new Inbox(
                this::send,
                entity,
                (question, within) -> CompletableFuture.failedFuture(new IllegalStateException("nobody tells")),
                board,
                machines,
                store,
                List::of,
                jid -> {},
                new ToldSuspicions(),
                agenda.time,
                agenda.time,
                random);
        tick();
        agenda.in(500, this::connect);
    }

    boolean isUp() {
        return board.link().up();
    }

    /** It may be up without: a link that carries nothing is noticed late. */
    boolean hears() {
        return isUp() && stream != null && stream.open && stream.carries;
    }

    /** @param inOrder false: killed */
    void end(boolean inOrder) {
        ended = true;
        if (stream != null && stream.open) {
            server.centralGone();
        }
        if (inOrder) {
            inbox.close();
        }
    }

    /** What is sent arrives no longer; the link notices after a while. */
    void cut(long noticedAfter) {
        if (stream == null || !stream.open) {
            return;
        }
        DayServer.Stream cut = stream;
        cut.carries = false;
        agenda.in(noticedAfter, () -> {
            if (stream == cut && !ended && cut.open) {
                server.centralGone();
                streamEnded();
            }
        });
    }

    void streamEnded() {
        stream = null;
        inbox.down(null);
        agenda.in(500 + random.nextInt(2_000), this::connect);
    }

    void received(Stanza stanza) {
        if (ended) {
            return;
        }
        if (stanza instanceof IQ iq && iq.isRequestIQ()) {
            entity.request(iq);
        } else {
            inbox.received(stanza);
        }
    }

    private void connect() {
        if (ended) {
            return;
        }
        if (!server.isUp()) {
            agenda.in(1_000 + random.nextInt(5_000), this::connect);
            return;
        }
        // As the link does: up is told before anything can come.
        inbox.up(null);
        stream = server.connectCentral(this);
    }

    private boolean send(Stanza stanza) {
        if (ended || stream == null || !stream.open) {
            return false;
        }
        server.fromCentral(stream, stanza);
        return true;
    }

    private void tick() {
        if (!ended) {
            inbox.tick();
            agenda.in(Pulses.TICK.toMillis(), this::tick);
        }
    }
}
