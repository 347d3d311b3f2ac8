package org.rollcall.xmpp.stanza;

/** The one namespace of everything that Rollcall adds to XMPP. */
public final class Namespace {
    public static final String ROLLCALL = "urn:rollcall:1";

    private Namespace() {}
}
