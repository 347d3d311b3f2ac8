package org.rollcall.agent.check;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jivesoftware.smack.packet.IQ;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;
import org.rollcall.agent.service.ServerClock;
import org.rollcall.xmpp.entity.EntityTime;
import org.rollcall.xmpp.link.Errand;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkSettings;
import org.rollcall.xmpp.link.ServerCheck;
import org.rollcall.xmpp.settings.XmppSettings;
import org.rollcall.xmpp.stanza.RollcallProviders;
import org.rollcall.xmpp.text.Messages;

/**
 * Whether the server can be reached and trusted, lets us in, and has our time. The agent beside us stays signed in: the
 * resource is another one, and no presence is sent.
 */
final class ServerFindings {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Supplier<Collection<X509Certificate>> moreRoots;
    private final Clock clock;
    private final Messages messages;

    ServerFindings(Supplier<Collection<X509Certificate>> moreRoots, Clock clock, Messages messages) {
        this.moreRoots = moreRoots;
        this.clock = clock;
        this.messages = messages;
    }

    /** @param password null: there is none yet, and only what comes before the sign-in is looked at */
    List<Finding> of(XmppSettings xmpp, Supplier<char[]> password) throws InterruptedException {
        XmppSettings ours = xmpp.withResource("check-" + UUID.randomUUID());
        try {
            if (password == null && xmpp.clientCertificate() == null) {
                return List.of(withoutSigningIn(ours.toLink(-1)));
            }
            return signedIn(
                    password == null
                            ? ours.toLink(-1)
                            : ours.withPassword(password).toLink(-1));
        } catch (IllegalArgumentException | XmppStringprepException e) {
            return List.of(new Finding(false, messages.text("link.OTHER", e.getMessage())));
        }
    }

    private Finding withoutSigningIn(LinkSettings link) throws InterruptedException {
        Optional<LinkFailure> failure = ServerCheck.failure(link, moreRoots, LIMIT);
        return failure.isPresent()
                ? failed(failure.get())
                : new Finding(true, messages.text("server.reached", link.domain()));
    }

    private List<Finding> signedIn(LinkSettings link) throws InterruptedException, XmppStringprepException {
        RollcallProviders.register();
        IQ question = EntityTime.question(JidCreate.domainBareFrom(link.domain()));
        Instant asked = clock.instant();
        Errand.Outcome outcome = Errand.run(link, moreRoots, question, LIMIT);
        if (outcome.failure() != null && outcome.failure().kind() != LinkFailure.Kind.TIMED_OUT) {
            return List.of(failed(outcome.failure()));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(true, messages.text("server.good", link.user() + "@" + link.domain())));
        Optional<Instant> theirs = outcome.reply() == null ? Optional.empty() : EntityTime.in(outcome.reply());
        findings.add(
                theirs.isEmpty()
                        ? new Finding(true, messages.text("clock.unknown"))
                        : clock(theirs.get(), asked, clock.instant()));
        return findings;
    }

    /** The server looked at its clock between our question and our reading of the answer. */
    Finding clock(Instant theirs, Instant asked, Instant answered) {
        Duration ahead = theirs.isBefore(asked)
                ? Duration.between(theirs, asked)
                : theirs.isAfter(answered) ? Duration.between(theirs, answered) : Duration.ZERO;
        boolean far = ahead.abs().compareTo(ServerClock.FAR) > 0;
        String key = far ? ahead.isNegative() ? "clock.behind" : "clock.ahead" : "clock.good";
        return new Finding(!far, messages.text(key, Long.toString(ahead.abs().toSeconds() / 60)));
    }

    private Finding failed(LinkFailure failure) {
        return new Finding(false, messages.text("link." + failure.kind(), failure.told()));
    }
}
