package org.rollcall.xmpp.link;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Supplier;
import javax.xml.namespace.QName;
import org.jivesoftware.smack.SmackException.NoResponseException;
import org.jivesoftware.smack.SmackException.NotConnectedException;
import org.jivesoftware.smack.StanzaCollector;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.filter.StanzaIdFilter;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.packet.StanzaError.Condition;

/**
 * Makes an account by an invitation: its token is shown once TLS is up (XEP-0445), then the account is registered in the
 * same stream (XEP-0077), and the stream ends.
 */
public final class Registration {
    static final QName BY_INVITATION = new QName("urn:xmpp:ibr-token:0", "register");

    /** How it went. */
    public enum Result {
        REGISTERED,
        /** The server knows nothing of invitations. */
        NOT_OFFERED,
        /** It does not accept this one: unknown, used up or expired, which no server tells apart. */
        INVITATION_REFUSED,
        /** There is an account of that name, and the invitation is not for making it anew. */
        NAME_TAKEN,
        /** Not now: too many at once. */
        LATER,
        /** Not so, for another reason. */
        REFUSED,
        /** The server could not be asked. */
        FAILED
    }

    /**
     * What came of it.
     *
     * @param said the server's own words, or the condition; null where it said nothing, or agreed
     * @param failure why the server could not be asked; else null
     */
    public record Outcome(Result result, String said, LinkFailure failure) {
        private static Outcome of(Result result) {
            return new Outcome(result, null, null);
        }
    }

    private Registration() {}

    /**
     * Blocks until it is known.
     *
     * @param settings whose account and password; the password given out is overwritten
     * @param moreRoots CAs to trust beside the runtime's own, where no CA file is set
     * @param limit after which the connection is cut
     */
    public static Outcome register(
            LinkSettings settings, String token, Supplier<Collection<X509Certificate>> moreRoots, Duration limit)
            throws InterruptedException {
        try {
            return Visit.pay(settings, moreRoots, limit, Dialer::secure, server -> at(server, settings, token));
        } catch (Visit.FailedException e) {
            return new Outcome(Result.FAILED, null, e.failure());
        }
    }

    private static Outcome at(GuardedConnection server, LinkSettings settings, String token)
            throws NotConnectedException, NoResponseException, InterruptedException {
        if (!server.hasFeature(BY_INVITATION)) {
            return Outcome.of(Result.NOT_OFFERED);
        }
        StanzaError refused = ask(server, RegistrationIq.preauth(server.getXMPPServiceDomain(), token));
        if (refused != null) {
            return new Outcome(isLater(refused) ? Result.LATER : Result.INVITATION_REFUSED, words(refused), null);
        }
        char[] password = settings.password().get();
        try {
            refused = ask(
                    server,
                    RegistrationIq.register(server.getXMPPServiceDomain(), settings.user(), new String(password)));
        } finally {
            Arrays.fill(password, '\0');
        }
        if (refused == null) {
            return Outcome.of(Result.REGISTERED);
        }
        Result result = refused.getCondition() == Condition.conflict
                ? Result.NAME_TAKEN
                : isLater(refused) ? Result.LATER : Result.REFUSED;
        return new Outcome(result, words(refused), null);
    }

    /** Null: it agreed. By the stanza's id alone, as there are no addresses before the sign-in. */
    private static StanzaError ask(GuardedConnection server, IQ question)
            throws NotConnectedException, NoResponseException, InterruptedException {
        try (StanzaCollector answers =
                server.createStanzaCollectorAndSend(new StanzaIdFilter(question.getStanzaId()), question)) {
            answers.nextResultOrThrow();
            return null;
        } catch (XMPPErrorException e) {
            return e.getStanzaError();
        }
    }

    private static boolean isLater(StanzaError error) {
        return error.getType() == StanzaError.Type.WAIT || error.getCondition() == Condition.resource_constraint;
    }

    private static String words(StanzaError error) {
        return error.getDescriptiveText() == null ? error.getCondition().toString() : error.getDescriptiveText();
    }
}
