package org.rollcall.xmpp.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jivesoftware.smackx.caps.packet.CapsExtension;
import org.jivesoftware.smackx.caps.provider.CapsExtensionProvider;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.xmpp.command.Access;
import org.rollcall.xmpp.command.AuditLog;
import org.rollcall.xmpp.command.CommandRunner;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.frontend.ask.AskFrontEnd;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.link.SmackLink;
import org.rollcall.xmpp.settings.XmppSettings;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.XmlNode;

/** An entity on a real stream, as its neighbours meet it. */
class EntityOnLinkTest {
    private static final EntityFullJid MACHINE = JidCreate.entityFullFromOrThrowUnchecked("a201b7@loopback.test/agent");

    private final BlockingQueue<LinkFailure> downs = new LinkedBlockingQueue<>();
    private LoopbackServer server;
    private SmackLink machine;
    private SmackLink teacher;
    private SmackLink stranger;
    private CommandRunner runner;
    private Disco disco;

    @BeforeEach
    void signIn() throws Exception {
        server = LoopbackServer.builder()
                .domain("loopback.test")
                .account("a201b7", "secret")
                .account("teacher", "secret")
                .account("mallory", "secret")
                .start();
        Access access =
                new Access(Map.of(JidCreate.bareFrom("teacher@loopback.test"), Role.VIEWER), Map.of(), null, null);
        machine = link("a201b7", "agent");
        Entity entity = Entity.on(machine, () -> access);
        disco = new Disco(entity, "Rollcall agent");
        new EntityInfo(entity, disco, "1.0.0", Clock.systemUTC(), Optional::empty);
        runner = new CommandRunner(List.of(), () -> access, new AuditLog(), Clock.systemUTC());
        new AskFrontEnd(entity, disco, runner, Clock.systemUTC());
        machine.addListener(new LinkListener() {
            @Override
            public void down(LinkFailure failure) {
                downs.add(failure);
            }
        });
        teacher = link("teacher", "gajim");
        stranger = link("mallory", "x");
        up(machine);
        up(teacher);
        up(stranger);
    }

    @AfterEach
    void signOut() {
        machine.close();
        teacher.close();
        stranger.close();
        runner.close();
        server.close();
    }

    @Test
    void presenceSaysOurFeaturesAndNotSmacks() throws Exception {
        // The teacher's client understands XEP-0115; ours needs no such reader.
        ProviderManager.addExtensionProvider(
                CapsExtension.ELEMENT, CapsExtension.NAMESPACE, new CapsExtensionProvider());
        BlockingQueue<Stanza> heard = new LinkedBlockingQueue<>();
        teacher.connection().addSyncStanzaListener(heard::add, StanzaTypeFilter.PRESENCE);
        machine.trySend(StanzaBuilder.buildPresence()
                .to(teacher.jid().orElseThrow())
                .addExtension(disco.caps())
                .build());
        Stanza presence = heard.poll(5, TimeUnit.SECONDS);
        assertNotNull(presence);
        CapsExtension caps = presence.getExtension(CapsExtension.class);
        assertEquals("urn:rollcall:1", caps.getNode());
        DiscoverInfo info = (DiscoverInfo) answer(
                teacher,
                NodeIq.get(
                        MACHINE, new XmlNode("query", Disco.INFO).with("node", caps.getNode() + "#" + caps.getVer())));
        assertTrue(info.containsFeature("urn:rollcall:1"));
        assertEquals("bot", info.getIdentities().get(0).getType());
        List<String> features = info.getFeatures().stream()
                .map(DiscoverInfo.Feature::getVar)
                .sorted()
                .toList();
        assertEquals(caps.getVer(), Caps.hash("Rollcall agent", features));
    }

    @Test
    void aStrangerGetsForbiddenAndNothingElse() throws Exception {
        for (XmlNode question : List.of(
                new XmlNode("query", "jabber:iq:version"),
                new XmlNode("query", Disco.INFO),
                new XmlNode("ping", "urn:xmpp:ping"),
                new XmlNode("query", "jabber:iq:roster"),
                new XmlNode("query", "http://jabber.org/protocol/bytestreams"),
                XmlNode.rollcall("ask").with("command", "x"))) {
            IQ answer = answer(stranger, NodeIq.get(MACHINE, question));
            assertEquals(StanzaError.Condition.forbidden, answer.getError().getCondition(), question.toString());
        }
    }

    @Test
    void whatNobodyUnderstandsIsNotServiceUnavailable() throws Exception {
        IQ answer = answer(teacher, NodeIq.get(MACHINE, new XmlNode("query", "jabber:iq:private")));
        assertEquals(
                StanzaError.Condition.feature_not_implemented, answer.getError().getCondition());
    }

    @Test
    void malformedStanzasCostNeitherTheLinkNorAnotherAnswer() throws Exception {
        for (String bad : List.of(
                "<x xmlns='jabber:x:data' type='nonsense'><field/></x>",
                "<delay xmlns='urn:xmpp:delay' stamp='never'/>",
                "<deep xmlns='u:1'>" + "<a>".repeat(10_000) + "</a>".repeat(10_000) + "</deep>",
                "<many xmlns='u:1'" + attributes(500) + "/>",
                "<c xmlns='http://jabber.org/protocol/caps'/>",
                "<machine xmlns='urn:rollcall:1'>" + "<session/>".repeat(3000) + "</machine>")) {
            stranger.trySend(StanzaBuilder.buildMessage()
                    .to(MACHINE)
                    .addExtension(new Raw(bad))
                    .build());
            stranger.trySend(StanzaBuilder.buildPresence()
                    .to(MACHINE)
                    .addExtension(new Raw(bad))
                    .build());
            IQ pong = answer(teacher, NodeIq.get(MACHINE, new XmlNode("ping", "urn:xmpp:ping")));
            assertEquals(IQ.Type.result, pong.getType(), bad.substring(0, Math.min(60, bad.length())));
        }
        assertTrue(downs.isEmpty(), () -> "the link went down: " + downs);
    }

    private static String attributes(int count) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes
                    .append(" a")
                    .append(i)
                    .append("='")
                    .append("v".repeat(50))
                    .append('\'');
        }
        return attributes.toString();
    }

    /** XML as it is written, right or wrong. */
    private record Raw(String xml) implements ExtensionElement {
        @Override
        public String getElementName() {
            return "raw";
        }

        @Override
        public String getNamespace() {
            return "u:raw:" + xml.hashCode();
        }

        @Override
        public CharSequence toXML(XmlEnvironment environment) {
            return xml;
        }
    }

    private static IQ answer(SmackLink from, IQ question) throws Exception {
        BlockingQueue<Stanza> answers = new LinkedBlockingQueue<>();
        from.connection()
                .addSyncStanzaListener(
                        answers::add, stanza -> question.getStanzaId().equals(stanza.getStanzaId()));
        assertTrue(from.trySend(question));
        IQ answer = (IQ) answers.poll(5, TimeUnit.SECONDS);
        assertNotNull(answer, "no answer");
        return answer;
    }

    private SmackLink link(String user, String resource) {
        return new SmackLink(new XmppSettings(
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
                        false)
                .toLink(0));
    }

    private static void up(SmackLink link) throws InterruptedException {
        CountDownLatch up = new CountDownLatch(1);
        link.addListener(new LinkListener() {
            @Override
            public void up(XMPPConnection connection) {
                up.countDown();
            }
        });
        link.start();
        assertTrue(up.await(10, TimeUnit.SECONDS), () -> "no link: " + link.failure());
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!link.isUp() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertTrue(link.isUp());
    }
}
