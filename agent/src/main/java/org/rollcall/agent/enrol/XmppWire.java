package org.rollcall.agent.enrol;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.jxmpp.jid.EntityFullJid;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.xmpp.link.Errand;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.settings.XmppSettings;
import org.rollcall.xmpp.stanza.Enrol;
import org.rollcall.xmpp.stanza.NodeIq;

/** Enrolment over the same server, port and trust as the link, on streams that last for a moment. */
final class XmppWire implements Wire {
    /** Central makes the account on the server while this machine waits, and fifty others with it. */
    private static final Duration LIMIT = Duration.ofSeconds(45);

    private final OwnSignIn own;
    private final String enrolmentUser;
    private final EntityFullJid central;
    private final Replies replies;

    /** @param roots CAs to trust beside the runtime's own, where no CA file is set */
    XmppWire(AgentSettings settings, EntityFullJid central, Supplier<Collection<X509Certificate>> roots) {
        XmppSettings xmpp = settings.xmpp();
        this.own = new OwnSignIn(xmpp, roots);
        this.enrolmentUser = settings.enrol() == null ? null : settings.enrol().user();
        this.central = central;
        this.replies = new Replies(xmpp.user() + "@" + xmpp.domain(), enrolmentUser, central);
    }

    @Override
    public Optional<LinkFailure> signIn(String password) throws InterruptedException {
        return own.failure(password, LIMIT);
    }

    @Override
    public Reply ask(char[] secret, Enrol question) throws InterruptedException {
        try {
            Errand.Outcome outcome = Errand.run(
                    own.as(enrolmentUser, secret::clone), own.roots(), NodeIq.set(central, question.toXml()), LIMIT);
            return outcome.reply() == null ? Replies.failed(outcome.failure()) : replies.of(outcome.reply());
        } finally {
            Arrays.fill(secret, '\0');
        }
    }
}
