package org.rollcall.central.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rollcall.central.fake.States.active;
import static org.rollcall.central.fake.States.jid;
import static org.rollcall.central.fake.States.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.packet.StanzaError;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.board.Condition;
import org.rollcall.central.fake.States;
import org.rollcall.central.store.KnownMachine.Standing;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.SessionState;
import org.rollcall.xmpp.stanza.Stored;
import org.rollcall.xmpp.stanza.XmlNode;

class InboxTest {
    private static final Instant LOGON = Instant.parse("2026-11-23T07:45:00Z");
    private static final Events LOCKED =
            Events.of("k3f9", List.of(new Event(2, Event.Kinds.LOCK, LOGON, Map.of("uid", "u", "user", "k"))));

    private final Rig rig = new Rig("a201b7").up();

    @Test
    void itSaysThatItIsThereOnEachNewStream() {
        rig.inbox.down(null);
        rig.up();
        assertEquals(2, rig.sent.size());
        assertTrue(((Presence) rig.sent.get(0)).isAvailable());
        assertTrue(rig.board.link().up());
    }

    @Test
    void presenceGoesToTheBoardAndToTheStore() {
        rig.alive.add(jid("a201b7"));
        rig.says("a201b7", machine("a201b7", active("k", LOGON)));
        assertEquals(Condition.IN_USE, rig.condition("a201b7"));
        assertEquals(List.of(), rig.store.reconciled(), "the server may have kept it since the machine went");
        rig.pass(Duration.ofSeconds(1));
        assertEquals(List.of("a201b7@iut.rdz k3f9 1"), rig.store.reconciled());
    }

    @Test
    void eventsAreAnsweredAfterTheirCommitAndNeverBefore() throws Exception {
        rig.store.hold();
        IQ request = rig.events(Rig.full("a201b7"), LOCKED);
        rig.pass(Duration.ofSeconds(10));
        assertEquals(1, rig.sent.size(), "only its own presence");
        rig.store.commitAll();
        NodeIq answer = (NodeIq) last();
        assertEquals(IQ.Type.result, answer.getType());
        assertEquals(request.getStanzaId(), answer.getStanzaId());
        assertEquals(Rig.full("a201b7"), answer.getTo());
        assertEquals(2, Stored.from(answer.node()).seq());
    }

    @Test
    void aCommitThatFailsIsAnsweredWithAnErrorSoThatTheMachineKeepsItsEvents() {
        rig.store.hold();
        rig.events(Rig.full("a201b7"), LOCKED);
        rig.store.failAll();
        assertRefused(StanzaError.Condition.resource_constraint);
    }

    @Test
    void malformedEventsAreRefusedAsAWhole() {
        NodeIq request = NodeIq.set(Rig.SELF, XmlNode.rollcall(Events.ELEMENT));
        request.setFrom(Rig.full("a201b7"));
        rig.entity.request(request);
        assertRefused(StanzaError.Condition.bad_request);
        assertEquals(List.of(), rig.store.committed());
    }

    @Test
    void strangersAreCountedAndWaitAndNeverReachTheBoardOrTheStore() {
        rig.says("a201z9", machine("a201z9", active("k", LOGON)));
        rig.events(Rig.full("a201z9"), LOCKED);
        assertRefused(StanzaError.Condition.forbidden);
        assertTrue(rig.board.machine(jid("a201z9")).isEmpty());
        assertEquals(List.of(), rig.store.committed());
        assertEquals(List.of(), rig.store.reconciled());
        assertEquals(2, rig.machines.unknownHeard());
        assertEquals("A201Z9", rig.machines.standing(Standing.WAITING).get(0).name());
    }

    @Test
    void peopleArePeopleWhateverTheySend() {
        Jid gajim = JidCreate.fullFromOrThrowUnchecked("teacher@iut.rdz/gajim");
        rig.inbox.received(Rig.presence(gajim, Presence.Type.available, null));
        assertEquals(0, rig.machines.unknownHeard());
        rig.events(gajim, LOCKED);
        assertRefused(StanzaError.Condition.forbidden);
        assertEquals(List.of(), rig.store.committed());
    }

    @Test
    void anotherProgramOnAMachinesAccountIsNotTheMachine() {
        Jid other = JidCreate.fullFromOrThrowUnchecked("a201b7@iut.rdz/pidgin");
        rig.inbox.received(Rig.presence(other, Presence.Type.available, machine("a201b7", active("evil", LOGON))));
        rig.events(other, LOCKED);
        assertRefused(StanzaError.Condition.forbidden);
        assertEquals(Condition.UNKNOWN, rig.condition("a201b7"));
        assertEquals(List.of(), rig.machines.standing(Standing.WAITING));
    }

    @Test
    void aMachineCannotSpeakInTheNameOfAnother() {
        Rig two = new Rig("a201b7", "a201b8").up();
        two.says("a201b8", machine("a201b7", active("k", LOGON)));
        assertEquals(Condition.IN_USE, two.condition("a201b8"));
        assertEquals(Condition.UNKNOWN, two.condition("a201b7"));
    }

    @Test
    void ourOwnOtherClientsAreNoStrangers() {
        Jid cli = JidCreate.fullFromOrThrowUnchecked("windows@iut.rdz/cli");
        rig.inbox.received(Rig.presence(cli, Presence.Type.available, machine("x")));
        assertEquals(0, rig.machines.unknownHeard());
    }

    @Test
    void aMalformedPresenceIsDroppedAndTheMachineStays() {
        rig.says("a201b7", machine("a201b7"));
        rig.inbox.received(StanzaBuilder.buildPresence()
                .from(Rig.full("a201b7"))
                .addExtension(XmlNode.rollcall("machine").with("name", "A201B7").with("boot", "yesterday"))
                .build());
        assertEquals(Condition.FREE, rig.condition("a201b7"));
    }

    @Test
    void namesAreShownWithoutWhatTurnsTheTextAroundThem() {
        SessionState evil = new SessionState(
                1,
                "u",
                "<script>\u202Ecod.exe",
                "IUT",
                "x".repeat(1000),
                "active",
                "console",
                LOGON,
                false,
                null,
                null);
        rig.says("a201b7", machine("a201b7", evil));
        assertEquals("<script>\uFFFDcod.exe", rig.now("a201b7").active().user());
        assertEquals(256, rig.now("a201b7").active().fullName().length());
    }

    @Test
    void aMachineOfHugeNamesDoesNotReachTheBoard() {
        MachineState huge = new MachineState("A".repeat(10_000), LOGON, LOGON, null, null, "1", "j", 1, List.of(), 0);
        rig.says("a201b7", huge);
        assertEquals(Condition.UNKNOWN, rig.condition("a201b7"));
    }

    @Test
    void anApprovedMachineIsOnTheBoardAsItSpokeWhileItWaited() {
        rig.says("a201z9", machine("a201z9", active("k", LOGON)));
        rig.alive.add(jid("a201z9"));
        rig.machines.approve(jid("a201z9"), "A201Z9");
        rig.inbox.decided();
        assertEquals(List.of(jid("a201z9")), rig.sought);
        assertEquals(Condition.IN_USE, rig.condition("a201z9"));
        assertTrue(rig.now("a201z9").unconfirmed());
        rig.pass(Duration.ofSeconds(1));
        assertFalse(rig.now("a201z9").unconfirmed());
        rig.events(Rig.full("a201z9"), LOCKED);
        assertEquals(List.of("a201z9@iut.rdz k3f9 2"), rig.store.committed());
    }

    @Test
    void whoLeftWhileHeWaitedIsNotThereWhenHeIsApproved() {
        rig.says("a201z9", machine("a201z9", active("k", LOGON)));
        rig.unavailable("a201z9");
        rig.machines.approve(jid("a201z9"), "A201Z9");
        rig.inbox.decided();
        assertEquals(Condition.UNKNOWN, rig.condition("a201z9"));
    }

    @Test
    void aMachineThatIsRefusedIsGoneAndStaysAway() {
        rig.says("a201b7", machine("a201b7"));
        rig.machines.refuse(jid("a201b7"));
        rig.inbox.decided();
        rig.says("a201b7", machine("a201b7"));
        rig.pass(Duration.ofMinutes(1));
        assertTrue(rig.board.machine(jid("a201b7")).isEmpty());
    }

    @Test
    void whoAsksForOurPresenceIsAskedWhatHeIs() {
        Jid agent = JidCreate.bareFromOrThrowUnchecked("a201z9@iut.rdz");
        Jid person = JidCreate.bareFromOrThrowUnchecked("someone@iut.rdz");
        rig.answers.put("query " + agent, question -> {
            var info = org.jivesoftware.smackx.disco.packet.DiscoverInfo.builder(question.getStanzaId())
                    .ofType(IQ.Type.result);
            info.addFeature("urn:rollcall:1");
            return info.build();
        });
        rig.inbox.received(Rig.presence(agent, Presence.Type.subscribe, null));
        rig.inbox.received(Rig.presence(person, Presence.Type.subscribe, null));
        rig.pass(Duration.ofSeconds(2));
        assertEquals(2, rig.asked.size());
        assertEquals(
                List.of("a201z9"),
                rig.machines.standing(Standing.WAITING).stream()
                        .map(one -> one.name())
                        .toList());
        rig.inbox.received(Rig.presence(agent, Presence.Type.subscribe, null));
        rig.pass(Duration.ofSeconds(2));
        assertEquals(2, rig.asked.size());
    }

    private void assertRefused(StanzaError.Condition condition) {
        IQ answer = (IQ) last();
        assertEquals(IQ.Type.error, answer.getType());
        assertEquals(condition, answer.getError().getCondition());
    }

    private Stanza last() {
        return rig.sent.get(rig.sent.size() - 1);
    }

    static MachineState restarted(String account, String journal) {
        MachineState state = States.machine(account);
        return new MachineState(
                state.name(),
                state.boot(),
                state.up(),
                state.ip(),
                state.mac(),
                state.version(),
                journal,
                1,
                List.of(),
                0);
    }
}
