package org.rollcall.xmpp.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.xml.stream.XMLStreamException;
import org.jivesoftware.smack.SmackException.EndpointConnectionException;
import org.jivesoftware.smack.SmackException.NoResponseException;
import org.jivesoftware.smack.SmackException.SecurityRequiredException;
import org.jivesoftware.smack.SmackException.SmackSaslException;
import org.jivesoftware.smack.XMPPException.StreamErrorException;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.packet.StreamError;
import org.jivesoftware.smack.sasl.SASLError;
import org.jivesoftware.smack.sasl.SASLErrorException;
import org.rollcall.xmpp.link.LinkFailure.Kind;
import org.rollcall.xmpp.link.Word.StreamEnd;

/** Turns what Smack throws into one clear sentence. */
final class Failures {
    private final LinkSettings settings;
    private final Supplier<String> firstWords;

    /** @param firstWords how the server began to speak; empty: it said nothing */
    Failures(LinkSettings settings, Supplier<String> firstWords) {
        this.settings = settings;
        this.firstWords = firstWords;
    }

    /** Why an attempt to connect and sign in failed. */
    LinkFailure ofAttempt(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = causeOf(cause)) {
            LinkFailure known = known(cause);
            if (known != null) {
                return known;
            }
        }
        String words = firstWords.get();
        if (!words.isEmpty() && !words.stripLeading().startsWith("<")) {
            return new LinkFailure(
                    Kind.NOT_XMPP,
                    where() + " is not an XMPP server: it says \"" + words + "\"; 5222 is the usual port");
        }
        if (find(thrown, NoResponseException.class) != null) {
            return silent(words);
        }
        if (words.isEmpty()) {
            return new LinkFailure(
                    Kind.CLOSED_BY_SERVER,
                    where() + " closed the connection without a word: is an XMPP server behind this port?");
        }
        SSLException tls = find(thrown, SSLException.class);
        if (tls != null) {
            return new LinkFailure(Kind.OTHER, "TLS with " + where() + " failed: " + tls.getMessage());
        }
        return new LinkFailure(
                Kind.CLOSED_BY_SERVER, where() + " ended the connection during the sign-in: " + plain(thrown));
    }

    /** Why a stream that was up has ended; empty: nobody knows. */
    LinkFailure ofStream(Optional<StreamEnd> end) {
        if (end.isEmpty()) {
            return new LinkFailure(Kind.LOST, "the connection to " + where() + " is lost");
        }
        Exception cause = end.get().cause();
        if (cause == null) {
            return new LinkFailure(Kind.CLOSED_BY_SERVER, where() + " closed the stream");
        }
        StreamErrorException stream = find(cause, StreamErrorException.class);
        return stream != null
                ? ofStreamError(stream.getStreamError())
                : new LinkFailure(Kind.LOST, "the connection to " + where() + " is lost: " + plain(cause));
    }

    LinkFailure noAnswerToPing() {
        return new LinkFailure(
                Kind.LOST,
                where() + " has not answered a ping for "
                        + settings.pingTimeout().toSeconds() + " s: the connection is taken for lost");
    }

    private LinkFailure known(Throwable cause) {
        if (cause instanceof SignInRefusedException refused) {
            return refused.failure();
        }
        if (cause instanceof ServerCertificateException) {
            return new LinkFailure(Kind.CERTIFICATE, cause.getMessage());
        }
        if (cause instanceof EndpointConnectionException unreachable) {
            return ofEndpoints(unreachable);
        }
        if (cause instanceof SASLErrorException sasl) {
            return ofSasl(sasl);
        }
        if (cause instanceof StreamErrorException stream) {
            return ofStreamError(stream.getStreamError());
        }
        if (cause instanceof SecurityRequiredException) {
            return new LinkFailure(
                    Kind.NO_SAFE_MECHANISM, where() + " offers no TLS, which is required: turn STARTTLS on there");
        }
        if (cause instanceof SmackSaslException) {
            return new LinkFailure(
                    Kind.NO_SAFE_MECHANISM, "the sign-in at " + where() + " was broken off: " + cause.getMessage());
        }
        if (cause instanceof XMPPErrorException error) {
            return ofBind(error);
        }
        return null;
    }

    private LinkFailure ofEndpoints(EndpointConnectionException unreachable) {
        if (unreachable.getConnectionExceptions().isEmpty()) {
            String tried = settings.host() == null
                    ? settings.domain() + " has neither SRV records (_xmpp-client._tcp) nor an address"
                    : settings.host() + " has no address";
            return new LinkFailure(
                    Kind.NAME_NOT_FOUND, tried + ": check the name, the DNS, or set host to the server's name");
        }
        Exception last = unreachable
                .getConnectionExceptions()
                .get(unreachable.getConnectionExceptions().size() - 1)
                .getException();
        if (find(last, SocketTimeoutException.class) != null) {
            return new LinkFailure(
                    Kind.TIMED_OUT,
                    where() + " did not answer in " + settings.connectTimeout().toSeconds()
                            + " s: is it up, and does a firewall let us through?");
        }
        if (find(last, NoRouteToHostException.class) != null) {
            return new LinkFailure(Kind.OTHER, "there is no network route to " + where() + ": " + last.getMessage());
        }
        if (find(last, ConnectException.class) != null) {
            return new LinkFailure(
                    Kind.REFUSED, where() + " refused the connection: is the XMPP server running, on this port?");
        }
        return new LinkFailure(Kind.OTHER, where() + " could not be reached: " + plain(last));
    }

    private LinkFailure ofSasl(SASLErrorException sasl) {
        SASLError condition = sasl.getSASLFailure().getSASLError();
        String account = account();
        return switch (condition) {
            case not_authorized ->
                new LinkFailure(
                        Kind.PASSWORD,
                        where() + " refused the "
                                + (settings.clientCertificate() == null ? "password" : "client certificate") + " of "
                                + account + ", or has no such account");
            case account_disabled ->
                new LinkFailure(Kind.ACCOUNT_UNKNOWN, "the account " + account + " is disabled on the server");
            case credentials_expired ->
                new LinkFailure(Kind.PASSWORD, "the password of " + account + " has expired on the server");
            case encryption_required, mechanism_too_weak, invalid_mechanism ->
                new LinkFailure(
                        Kind.NO_SAFE_MECHANISM,
                        where() + " does not accept " + sasl.getMechanism() + " for " + account + ": " + condition);
            case temporary_auth_failure ->
                new LinkFailure(
                        Kind.CLOSED_BY_SERVER, where() + " cannot check passwords just now (" + condition + ")");
            default ->
                new LinkFailure(Kind.PASSWORD, where() + " refused the sign-in of " + account + ": " + condition);
        };
    }

    private LinkFailure ofStreamError(StreamError error) {
        String text = error.getDescriptiveText() == null ? "" : " (" + error.getDescriptiveText() + ")";
        return switch (error.getCondition()) {
            case conflict -> conflict();
            case host_unknown, host_gone ->
                new LinkFailure(
                        Kind.WRONG_DOMAIN,
                        where() + " is an XMPP server, but not for the domain " + settings.domain()
                                + ": check domain and host");
            case system_shutdown -> new LinkFailure(Kind.CLOSED_BY_SERVER, where() + " is shutting down" + text);
            case not_authorized ->
                new LinkFailure(
                        Kind.PASSWORD, where() + " ended the stream of " + account() + ": not authorized" + text);
            default ->
                new LinkFailure(Kind.CLOSED_BY_SERVER, where() + " ended the stream: " + error.getCondition() + text);
        };
    }

    private LinkFailure ofBind(XMPPErrorException error) {
        StanzaError.Condition condition = error.getStanzaError().getCondition();
        if (condition == StanzaError.Condition.conflict) {
            return conflict();
        }
        return new LinkFailure(
                Kind.CLOSED_BY_SERVER,
                where() + " does not let " + account() + " in with the resource " + settings.resource() + ": "
                        + condition);
    }

    private LinkFailure conflict() {
        return new LinkFailure(
                Kind.CONFLICT,
                account() + "/" + settings.resource()
                        + " has signed in elsewhere: is there a second machine of that name, or a cloned disk?");
    }

    private LinkFailure silent(String words) {
        return words.isEmpty()
                ? new LinkFailure(
                        Kind.NOT_XMPP,
                        where() + " took the connection but says nothing for "
                                + settings.replyTimeout().toSeconds() + " s: is it an XMPP server?")
                : new LinkFailure(
                        Kind.TIMED_OUT,
                        where() + " stopped answering during the sign-in, for "
                                + settings.replyTimeout().toSeconds() + " s");
    }

    private String account() {
        return settings.user() == null ? settings.domain() : settings.user() + "@" + settings.domain();
    }

    private String where() {
        if (settings.host() == null) {
            return "the server of " + settings.domain();
        }
        return settings.host() + ":" + settings.port();
    }

    /** What the network said; a parser's opinion of a document that was cut off helps nobody. */
    private static String plain(Throwable thrown) {
        IOException network = find(thrown, IOException.class);
        if (network == null && find(thrown, XMLStreamException.class) != null) {
            return "it was closed without a word";
        }
        Throwable telling = network == null ? thrown : network;
        String message = telling.getMessage();
        return message == null
                ? telling.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /** The JDK's XML reader keeps what went wrong on the network apart from the usual cause. */
    private static Throwable causeOf(Throwable thrown) {
        boolean nested = thrown instanceof XMLStreamException && thrown.getCause() == null;
        return nested ? ((XMLStreamException) thrown).getNestedException() : thrown.getCause();
    }

    static <T extends Throwable> T find(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = causeOf(cause)) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
