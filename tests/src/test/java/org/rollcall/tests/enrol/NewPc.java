package org.rollcall.tests.enrol;

import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jivesoftware.smack.packet.IQ;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.xmpp.link.Errand;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkSettings;
import org.rollcall.xmpp.link.PasswordCheck;
import org.rollcall.xmpp.settings.XmppSettings;
import org.rollcall.xmpp.stanza.Enrol;
import org.rollcall.xmpp.stanza.Enrolment;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.RollcallProviders;

/** The little of a new PC that matters to the desk: it signs in with the secret, asks, and signs in as itself. */
public final class NewPc {
    private static final Duration LIMIT = Duration.ofSeconds(45);

    private final XmppServer server;
    private final String name;
    private final String hardware;
    final String password = UUID.randomUUID().toString();

    static {
        RollcallProviders.register();
    }

    public NewPc(XmppServer server, String name, String hardware) {
        this.server = server;
        this.name = name;
        this.hardware = hardware;
    }

    /** The account given, why it waits, or the error. */
    public String asks(String secret) throws InterruptedException {
        Enrol enrol = new Enrol(name, "uuid-" + hardware, "serial-" + hardware, new TreeSet<>(), "1.0.0", password);
        IQ question = NodeIq.set(
                JidCreate.fullFromOrThrowUnchecked(XmppServer.CENTRAL + "@" + server.domain() + "/central"),
                enrol.toXml());
        Errand.Outcome outcome = Errand.run(link("enrol", secret), java.util.List::of, question, LIMIT);
        if (outcome.reply() == null) {
            return outcome.failure().kind().toString();
        }
        return told(outcome.reply());
    }

    private static String told(IQ reply) {
        if (reply.getType() == IQ.Type.error) {
            return reply.getError().getCondition().toString();
        }
        try {
            Enrolment enrolment = Enrolment.from(((NodeIq) reply).node());
            return enrolment.enrolled() ? enrolment.account() : enrolment.reason();
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    /** Empty when the server lets it in as itself. */
    Optional<LinkFailure> signsIn() throws InterruptedException {
        return PasswordCheck.failure(link(name.toLowerCase(java.util.Locale.ROOT), password), LIMIT);
    }

    private LinkSettings link(String user, String secret) {
        return new XmppSettings(
                        server.domain(),
                        "127.0.0.1",
                        server.port(),
                        user,
                        secret::toCharArray,
                        "enrol-" + UUID.randomUUID(),
                        server.ca().caFile(),
                        null,
                        null,
                        null,
                        false)
                .toLink(-1);
    }
}
