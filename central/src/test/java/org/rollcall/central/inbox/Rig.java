package org.rollcall.central.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jivesoftware.smack.packet.EmptyResultIQ;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.board.Board;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.fake.FakeEventStore;
import org.rollcall.central.fake.FakeMachines;
import org.rollcall.central.fake.FakePeople;
import org.rollcall.central.fake.FakeTime;
import org.rollcall.central.fake.RulePark;
import org.rollcall.central.fake.States;
import org.rollcall.xmpp.command.Access;
import org.rollcall.xmpp.command.Audit;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.Leaving;
import org.rollcall.xmpp.stanza.Machine;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.NodeIq;

/** Central's inbox and board on a time of their own, with a server and machines that do as they are told. */
final class Rig {
    static final EntityFullJid SELF = JidCreate.entityFullFromOrThrowUnchecked("windows@iut.rdz/central");
    static final BareJid TEACHER = JidCreate.bareFromOrThrowUnchecked("teacher@iut.rdz");

    final FakeTime time = new FakeTime();
    final FakeMachines machines;
    final FakeEventStore store = new FakeEventStore();
    final Board board;
    final Entity entity;
    final Inbox inbox;
    /** What central has sent, but for pings. */
    final List<Stanza> sent = new ArrayList<>();

    final List<Jid> pinged = new ArrayList<>();
    final List<IQ> asked = new ArrayList<>();
    final List<BareJid> sought = new ArrayList<>();
    final ToldSuspicions suspicions = new ToldSuspicions();
    /** Those who answer pings. */
    final Set<BareJid> alive = new HashSet<>();
    /** What machines answer to questions, by element and machine; without one nothing comes. */
    final Map<String, Function<IQ, IQ>> answers = new HashMap<>();

    boolean serverAnswers = true;

    Rig(String... accounts) {
        this(FakeMachines.of(accounts));
    }

    Rig(FakeMachines machines) {
        this.machines = machines;
        board = new Board(RulePark::new, () -> new FakePeople(List.of()), machines, time);
        Access access = new Access(Map.of(TEACHER, Role.VIEWER), Map.of(), null, null);
        entity = new Entity(this::send, () -> Optional.of(SELF), () -> access, entry -> audited(entry));
        inbox = new Inbox(
                this::send,
                entity,
                this::ask,
                board,
                machines,
                store,
                List::of,
                sought::add,
                suspicions,
                time,
                time,
                new Random(7));
    }

    Rig up() {
        inbox.up(null);
        return this;
    }

    void says(String account, MachineState state) {
        inbox.received(presence(full(account), Presence.Type.available, state));
    }

    void unavailable(String account) {
        inbox.received(presence(full(account), Presence.Type.unavailable, null));
    }

    void leaves(String account, String reason) {
        inbox.received(StanzaBuilder.buildPresence()
                .from(full(account))
                .ofType(Presence.Type.unavailable)
                .addExtension(Leaving.toXml(reason))
                .build());
    }

    /** @return the request, for its answer */
    IQ events(Jid from, Events events) {
        NodeIq request = NodeIq.set(SELF, events.toXml());
        request.setFrom(from);
        entity.request(request);
        return request;
    }

    void pass(Duration duration) {
        for (long left = duration.toMillis(); left > 0; left -= Pulses.TICK.toMillis()) {
            time.pass(Pulses.TICK);
            inbox.tick();
        }
    }

    MachineNow now(String account) {
        return board.machine(States.jid(account)).orElseThrow();
    }

    Condition condition(String account) {
        return now(account).condition();
    }

    static Jid full(String account) {
        return JidCreate.fullFrom(States.jid(account).asEntityBareJidOrThrow(), Doorman.AGENT);
    }

    static Presence presence(Jid from, Presence.Type type, MachineState state) {
        var presence = StanzaBuilder.buildPresence().from(from).ofType(type);
        if (state != null) {
            presence.addExtension(Machine.toXml(state));
        }
        return presence.build();
    }

    static IQ error(IQ request, Jid from, StanzaError.Condition condition) {
        IQ error = NodeIq.error(request, StanzaError.getBuilder(condition).build());
        error.setFrom(from);
        return error;
    }

    private boolean send(Stanza stanza) {
        if (!(stanza instanceof Ping ping)) {
            sent.add(stanza);
            return true;
        }
        Jid to = ping.getTo();
        pinged.add(to);
        boolean answered = to.isDomainBareJid() ? serverAnswers : serverAnswers && alive.contains(to.asBareJid());
        if (answered) {
            EmptyResultIQ pong = new EmptyResultIQ(ping);
            pong.setFrom(to);
            inbox.received(pong);
        }
        return true;
    }

    private CompletableFuture<IQ> ask(IQ question, Duration within) {
        asked.add(question);
        Function<IQ, IQ> answer = answers.get(
                question.getChildElementName() + " " + question.getTo().asBareJid());
        if (answer == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("no answer within " + within));
        }
        return CompletableFuture.completedFuture(answer.apply(question));
    }

    private static void audited(Audit.Entry entry) {
        assert entry.from() != null;
    }
}
