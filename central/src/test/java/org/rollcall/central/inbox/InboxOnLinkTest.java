package org.rollcall.central.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.board.Board;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.fake.FakeEventStore;
import org.rollcall.central.fake.FakeMachines;
import org.rollcall.central.fake.FakePeople;
import org.rollcall.central.fake.RulePark;
import org.rollcall.central.fake.States;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.xmpp.command.Access;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.entity.Disco;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.entity.EntityInfo;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.link.LinkSettings;
import org.rollcall.xmpp.link.SmackLink;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.Leaving;
import org.rollcall.xmpp.stanza.Machine;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.Stored;

/** The inbox and a machine on real streams. */
class InboxOnLinkTest {
    private static final BareJid MACHINE = JidCreate.bareFromOrThrowUnchecked("a201b7@loopback.test");
    private static final Instant LOGON = Instant.parse("2026-11-23T07:45:00Z");
    private static final Duration AHEAD = Duration.ofHours(1);

    private final FakeMachines machines = new FakeMachines();
    private final FakeEventStore store = new FakeEventStore();
    private LoopbackServer server;
    private SmackLink centralLink;
    private SmackLink agent;
    private Board board;
    private Inbox inbox;

    @BeforeEach
    void signIn() throws Exception {
        server = LoopbackServer.builder()
                .domain("loopback.test")
                .account("windows", "secret")
                .account("a201b7", "secret")
                .everybodySharedWith("windows")
                .start();
        machines.approve(MACHINE, "a201b7");
        centralLink = link("windows", "central");
        Access nobody = new Access(Map.of(), Map.of(), null, null);
        Entity entity = Entity.on(centralLink, () -> nobody);
        board = new Board(RulePark::new, () -> new FakePeople(List.of()), machines, Clock.systemUTC());
        inbox = new Inbox(
                centralLink,
                entity,
                board,
                machines,
                store,
                List::of,
                jid -> {},
                new ToldSuspicions(),
                Clock.systemUTC());
        centralLink.start();
        await(() -> board.link().up());

        agent = link("a201b7", "agent");
        Access central = new Access(
                Map.of(JidCreate.bareFrom("windows@loopback.test"), Role.VIEWER),
                Map.of(),
                Pattern.compile("a.*"),
                null);
        Entity agentEntity = Entity.on(agent, () -> central);
        new EntityInfo(
                agentEntity,
                new Disco(agentEntity, "Rollcall agent"),
                "1.0.0",
                Clock.offset(Clock.systemUTC(), AHEAD),
                Optional::empty);
        agent.addListener(new LinkListener() {
            @Override
            public void up(XMPPConnection connection) {
                agent.trySend(StanzaBuilder.buildPresence()
                        .addExtension(Machine.toXml(States.machine("a201b7", States.active("kevin.marchais", LOGON))))
                        .build());
            }
        });
        agent.start();
    }

    @AfterEach
    void signOut() {
        inbox.close();
        centralLink.close();
        agent.close();
        server.close();
    }

    @Test
    void aMachineIsOnTheBoardConfirmedWithItsClockMeasured() throws Exception {
        await(() -> condition() == Condition.IN_USE && !now().unconfirmed() && now().clockOff() != null);
        assertEquals(AHEAD.toSeconds(), now().clockOff().toSeconds(), 5);
        assertEquals(List.of("a201b7@loopback.test k3f9 1"), store.reconciled());
    }

    @Test
    void itsEventsAreStoredAndAnswered() throws Exception {
        await(() -> condition() == Condition.IN_USE);
        IQ answer = agent.connection()
                .sendIqRequestAndWaitForResponse(NodeIq.set(
                        JidCreate.fullFrom("windows@loopback.test/central"),
                        Events.of("k3f9", List.of(new Event(1, Event.Kinds.START, LOGON, Map.of())))
                                .toXml()));
        assertEquals(1, Stored.from(((NodeIq) answer).node()).seq());
        assertEquals(List.of("a201b7@loopback.test k3f9 1"), store.committed());
    }

    @Test
    void aMachineThatLeavesInOrderIsOff() throws Exception {
        await(() -> condition() == Condition.IN_USE);
        agent.trySend(StanzaBuilder.buildPresence()
                .ofType(Presence.Type.unavailable)
                .addExtension(Leaving.toXml("stop"))
                .build());
        agent.close();
        await(() -> condition() == Condition.OFF);
        assertEquals("kevin.marchais", now().lastUser());
    }

    @Test
    void aMachineWhoseStreamBreaksAndIsNotBackIsLost() throws Exception {
        await(() -> condition() == Condition.IN_USE);
        // Its account goes with its stream: it cannot come back.
        assertTrue(server.setPassword("a201b7", "another"));
        assertTrue(server.cut("a201b7@loopback.test/agent"));
        await(() -> condition() == Condition.LOST);
        assertEquals(1, now().sessions().size());
    }

    private Condition condition() {
        return now().condition();
    }

    private MachineNow now() {
        return board.machine(MACHINE).orElseThrow();
    }

    private SmackLink link(String user, String resource) {
        return new SmackLink(new LinkSettings(
                "loopback.test",
                server.host(),
                server.port(),
                user,
                "secret"::toCharArray,
                resource,
                null,
                server.certificateSha256(),
                null,
                null,
                false,
                0,
                LinkSettings.DEFAULT_CONNECT_TIMEOUT,
                LinkSettings.DEFAULT_REPLY_TIMEOUT,
                LinkSettings.DEFAULT_PING_EVERY,
                LinkSettings.DEFAULT_PING_TIMEOUT));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Object pause = new Object();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "not within 30 s");
            synchronized (pause) {
                pause.wait(10);
            }
        }
    }
}
