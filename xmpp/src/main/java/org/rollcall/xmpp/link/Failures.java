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
            return of(Kind.NOT_XMPP, "not-xmpp", where(), words);
        }
        if (find(thrown, NoResponseException.class) != null) {
            return silent(words);
        }
        if (words.isEmpty()) {
            return of(Kind.CLOSED_BY_SERVER, "without-a-word", where());
        }
        SSLException tls = find(thrown, SSLException.class);
        if (tls != null) {
            return of(Kind.OTHER, "tls", where(), String.valueOf(tls.getMessage()));
        }
        return of(Kind.CLOSED_BY_SERVER, "sign-in-ended", where(), plain(thrown));
    }

    /** Why a stream that was up has ended; empty: nobody knows. */
    LinkFailure ofStream(Optional<StreamEnd> end) {
        if (end.isEmpty()) {
            return of(Kind.LOST, "lost", where());
        }
        Exception cause = end.get().cause();
        if (cause == null) {
            return of(Kind.CLOSED_BY_SERVER, "closed", where());
        }
        StreamErrorException stream = find(cause, StreamErrorException.class);
        return stream != null
                ? ofStreamError(stream.getStreamError())
                : of(Kind.LOST, "lost-by", where(), plain(cause));
    }

    LinkFailure noAnswerToPing() {
        return of(Kind.LOST, "no-pong", where(), settings.pingTimeout().toSeconds());
    }

    private LinkFailure known(Throwable cause) {
        if (cause instanceof SignInRefusedException refused) {
            return refused.failure();
        }
        if (cause instanceof ServerCertificateException certificate) {
            return certificate.failure();
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
            return of(Kind.NO_SAFE_MECHANISM, "no-tls", where());
        }
        if (cause instanceof SmackSaslException) {
            return of(Kind.NO_SAFE_MECHANISM, "broken-off", where(), String.valueOf(cause.getMessage()));
        }
        if (cause instanceof XMPPErrorException error) {
            return ofBind(error);
        }
        return null;
    }

    private LinkFailure ofEndpoints(EndpointConnectionException unreachable) {
        if (unreachable.getConnectionExceptions().isEmpty()) {
            return settings.host() == null
                    ? of(Kind.NAME_NOT_FOUND, "no-name.domain", settings.domain())
                    : of(Kind.NAME_NOT_FOUND, "no-name.host", settings.host());
        }
        Exception last = unreachable
                .getConnectionExceptions()
                .get(unreachable.getConnectionExceptions().size() - 1)
                .getException();
        if (find(last, SocketTimeoutException.class) != null) {
            return of(
                    Kind.TIMED_OUT,
                    "no-answer",
                    where(),
                    settings.connectTimeout().toSeconds());
        }
        if (find(last, NoRouteToHostException.class) != null) {
            return of(Kind.OTHER, "no-route", where(), String.valueOf(last.getMessage()));
        }
        if (find(last, ConnectException.class) != null) {
            return of(Kind.REFUSED, "refused", where());
        }
        return of(Kind.OTHER, "unreachable", where(), plain(last));
    }

    private LinkFailure ofSasl(SASLErrorException sasl) {
        SASLError condition = sasl.getSASLFailure().getSASLError();
        String account = account();
        return switch (condition) {
            case not_authorized ->
                of(
                        Kind.PASSWORD,
                        settings.clientCertificate() == null ? "password" : "client-certificate",
                        where(),
                        account);
            case account_disabled -> of(Kind.ACCOUNT_UNKNOWN, "disabled", account);
            case credentials_expired -> of(Kind.PASSWORD, "expired-password", account);
            case encryption_required, mechanism_too_weak, invalid_mechanism ->
                of(Kind.NO_SAFE_MECHANISM, "mechanism", where(), sasl.getMechanism(), account, condition);
            case temporary_auth_failure -> of(Kind.CLOSED_BY_SERVER, "not-now", where(), condition);
            default -> of(Kind.PASSWORD, "sign-in-refused", where(), account, condition);
        };
    }

    private LinkFailure ofStreamError(StreamError error) {
        String text = error.getDescriptiveText() == null ? "" : " (" + error.getDescriptiveText() + ")";
        return switch (error.getCondition()) {
            case conflict -> conflict();
            case host_unknown, host_gone -> of(Kind.WRONG_DOMAIN, "wrong-domain", where(), settings.domain());
            case system_shutdown -> of(Kind.CLOSED_BY_SERVER, "shutdown", where(), text);
            case not_authorized -> of(Kind.PASSWORD, "stream-not-authorized", where(), account(), text);
            default -> of(Kind.CLOSED_BY_SERVER, "stream-ended", where(), error.getCondition(), text);
        };
    }

    private LinkFailure ofBind(XMPPErrorException error) {
        StanzaError.Condition condition = error.getStanzaError().getCondition();
        return condition == StanzaError.Condition.conflict
                ? conflict()
                : of(Kind.CLOSED_BY_SERVER, "bind", where(), account(), settings.resource(), condition);
    }

    private LinkFailure conflict() {
        return of(Kind.CONFLICT, "conflict", account(), settings.resource());
    }

    private LinkFailure silent(String words) {
        boolean never = words.isEmpty();
        return of(
                never ? Kind.NOT_XMPP : Kind.TIMED_OUT,
                never ? "silent" : "stopped-answering",
                where(),
                settings.replyTimeout().toSeconds());
    }

    private static LinkFailure of(Kind kind, String key, Object... arguments) {
        return LinkFailure.of(kind, key, arguments);
    }

    private String account() {
        return settings.user() == null ? settings.domain() : settings.user() + "@" + settings.domain();
    }

    private Object where() {
        return settings.host() == null
                ? LinkFailure.sentence("where.domain", settings.domain())
                : settings.host() + ":" + settings.port();
    }

    /** What the network said; a parser's opinion of a document that was cut off helps nobody. */
    private static Object plain(Throwable thrown) {
        IOException network = find(thrown, IOException.class);
        if (network == null && find(thrown, XMLStreamException.class) != null) {
            return LinkFailure.sentence("word.none");
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
