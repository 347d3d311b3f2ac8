package org.rollcall.agent.enrol;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.Registration;
import org.rollcall.xmpp.settings.XmppSettings;
import org.rollcall.xmpp.stanza.Enrol;
import org.rollcall.xmpp.text.XmlText;

/** Registers the machine's account at the server by an invitation (XEP-0445). Central is not asked: hardware counts for nothing here. */
final class InvitationWire implements Wire {
    private static final Duration LIMIT = Duration.ofSeconds(45);
    private static final String MAKE = "prosodyctl mod_invites generate ";

    private final String user;
    private final String domain;
    private final OwnSignIn own;

    /** @param roots CAs to trust beside the runtime's own, where no CA file is set */
    InvitationWire(XmppSettings xmpp, Supplier<Collection<X509Certificate>> roots) {
        user = xmpp.user();
        domain = xmpp.domain();
        own = new OwnSignIn(xmpp, roots);
    }

    @Override
    public Optional<LinkFailure> signIn(String password) throws InterruptedException {
        return own.failure(password, LIMIT);
    }

    /** @param invitations what their file holds */
    @Override
    public Reply ask(char[] invitations, Enrol question) throws InterruptedException {
        String token = Invitations.tokenFor(user, domain, new String(invitations));
        Arrays.fill(invitations, '\0');
        if (token == null) {
            return Reply.of(
                    Reply.Kind.NOT_SO,
                    "the file of enrol.invitation-file has no invitation for " + account() + ": " + MAKE + domain);
        }
        String password = question.password();
        Registration.Outcome outcome =
                Registration.register(own.as(user, password::toCharArray), token, own.roots(), LIMIT);
        Reply reply = reply(outcome);
        boolean perhapsOurs = outcome.result() == Registration.Result.NAME_TAKEN
                || outcome.result() == Registration.Result.INVITATION_REFUSED;
        // The answer to an earlier try may have been lost, and that very account made with this very invitation.
        return perhapsOurs && signIn(password).isEmpty() ? registered() : reply;
    }

    private Reply reply(Registration.Outcome outcome) {
        String said = outcome.said() == null ? "" : " (" + XmlText.name(outcome.said()) + ")";
        return switch (outcome.result()) {
            case REGISTERED -> registered();
            case FAILED -> Replies.failed(outcome.failure());
            case LATER -> Reply.of(Reply.Kind.NOT_NOW, domain + " registers no more accounts just now" + said);
            case NOT_OFFERED ->
                Reply.of(
                        Reply.Kind.NOT_SO,
                        domain + " takes no invitations: turn invites_register on in its Prosody, or set enrol.user"
                                + " instead of enrol.invitation-file");
            case INVITATION_REFUSED ->
                Reply.of(
                        Reply.Kind.NOT_SO,
                        domain + " does not accept the invitation for " + account() + ", which is unknown, used up or"
                                + " expired" + said + ": " + MAKE + domain + ", and put the new one into the file");
            case NAME_TAKEN ->
                Reply.of(
                        Reply.Kind.NOT_SO,
                        "the account " + account() + " exists already: if this PC was installed anew, " + MAKE + domain
                                + " --reset " + user + ", and add that invitation to the file");
            case REFUSED -> Reply.of(Reply.Kind.NOT_SO, domain + " does not register " + account() + said);
        };
    }

    private Reply registered() {
        return Reply.of(Reply.Kind.ENROLLED, "this machine has registered as " + account());
    }

    private String account() {
        return user + "@" + domain;
    }
}
