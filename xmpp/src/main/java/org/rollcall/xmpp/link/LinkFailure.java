package org.rollcall.xmpp.link;

import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * Why the link is down.
 *
 * @param sentence one clear line for the log and for people: what is wrong, where, and what to do
 */
public record LinkFailure(Kind kind, String sentence) {

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
