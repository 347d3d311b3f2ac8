package org.rollcall.xmpp.link;

import java.util.Locale;
import org.rollcall.xmpp.text.Sentence;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * Why the link is down.
 *
 * @param told one clear line for the log and for people: what is wrong, where, and what to do
 */
public record LinkFailure(Kind kind, Sentence told) {

    /** @param sentence in whatever language */
    public LinkFailure(Kind kind, String sentence) {
        this(kind, Sentence.plain(sentence));
    }

    static LinkFailure of(Kind kind, String key, Object... arguments) {
        return new LinkFailure(kind, sentence(key, arguments));
    }

    /** Of this package's texts. */
    static Sentence sentence(String key, Object... arguments) {
        return Sentence.of(LinkFailure.class, key, arguments);
    }

    /** In English, for the log. */
    public String sentence() {
        return told.in(Locale.ENGLISH);
    }

    public String sentence(Locale locale) {
        return told.in(locale);
    }

    @Override
    public String toString() {
        return sentence();
    }

    public enum Kind {
        NAME_NOT_FOUND,
        REFUSED,
        TIMED_OUT,
        NOT_XMPP,
        CERTIFICATE,
        PASSWORD,
        ACCOUNT_UNKNOWN,
        NO_SAFE_MECHANISM,
        CONFLICT,
        LOST,
        CLOSED_BY_SERVER,
        WRONG_DOMAIN,
        OTHER;

        /** Stands at the log line, so that a program can tell its system's own log which of these it is. */
        Marker marker() {
            return MarkerFactory.getMarker("LINK_" + name());
        }
    }
}
