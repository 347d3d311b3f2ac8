package org.rollcall.agent.enrol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The invitations of a file, one a line: a bare token, or the {@code xmpp:} address that the server's administrator was
 * given (XEP-0445, section 2). Blank lines and those that begin with {@code #} say nothing.
 */
final class Invitations {
    /** As in {@code xmpp:a201b7@iut.rdz?register;preauth=7fh3kd9}. */
    private static final Pattern ADDRESS = Pattern.compile("xmpp:(?:([^@?]*)@)?([^?]*)\\?(?:.*?;)?preauth=([^;]+).*");

    /** No server uses more than these; what else stands there, a web address say, is no token. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{1,512}");

    private Invitations() {}

    /**
     * The one for an account: the last line that names it, else the last that names none.
     *
     * @param domain of the account; lines for others say nothing
     * @return null when there is none
     */
    static String tokenFor(String user, String domain, String file) {
        String own = null;
        String anybodys = null;
        for (String each : file.split("[\r\n]+")) {
            String line = each.strip();
            Matcher address = ADDRESS.matcher(line);
            if (address.matches()) {
                String name = address.group(1) == null ? "" : decoded(address.group(1));
                boolean here = domain.equalsIgnoreCase(decoded(address.group(2)));
                if (here && name.isEmpty()) {
                    anybodys = decoded(address.group(3));
                } else if (here && name.equals(user)) {
                    own = decoded(address.group(3));
                }
            } else if (!line.startsWith("#") && TOKEN.matcher(line).matches()) {
                anybodys = line;
            }
        }
        return own == null ? anybodys : own;
    }

    /** Percent signs alone: {@code +} stands for itself in such an address (RFC 5122, section 2.2). */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
