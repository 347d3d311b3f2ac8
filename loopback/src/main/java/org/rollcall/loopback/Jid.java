package org.rollcall.loopback;

import java.util.Locale;

/**
 * An address, in the form that two equal ones share.
 *
 * @param local null for a server's own address
 * @param resource null for a bare address
 */
record Jid(String local, String domain, String resource) {
    private static final int LONGEST_PART = 1023;
    /** RFC 7622, section 3.3.1. */
    private static final String NOT_IN_LOCALPART = "\"&'/:<>@ ";

    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String text) {
            super("not an XMPP address: " + text);
        }
    }

    static Jid parse(String text) throws Malformed {
        int slash = text.indexOf('/');
        String bare = slash < 0 ? text : text.substring(0, slash);
        String resource = slash < 0 ? null : text.substring(slash + 1);
        int at = bare.indexOf('@');
        String local = at < 0 ? null : bare.substring(0, at).toLowerCase(Locale.ROOT);
        String domain = bare.substring(at + 1).toLowerCase(Locale.ROOT);
        if (bad(local, NOT_IN_LOCALPART) || bad(domain, NOT_IN_LOCALPART) || bad(resource, "")) {
            throw new Malformed(text);
        }
        return new Jid(local, domain, resource);
    }

    /** @return null when it cannot be the localpart of an account */
    static String localpart(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return bad(lower, NOT_IN_LOCALPART) ? null : lower;
    }

    private static boolean bad(String part, String forbidden) {
        if (part == null) {
            return false;
        }
        if (part.isEmpty() || part.length() > LONGEST_PART) {
            return true;
        }
        return part.chars().anyMatch(c -> c < 0x20 || c == 0x7F || forbidden.indexOf(c) >= 0);
    }

    Jid bare() {
        return resource == null ? this : new Jid(local, domain, null);
    }

    boolean isBare() {
        return resource == null;
    }

    @Override
    public String toString() {
        String bare = local == null ? domain : local + "@" + domain;
        return resource == null ? bare : bare + "/" + resource;
    }
}
