package org.rollcall.agent.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.agent.host.Session;
import org.rollcall.xmpp.command.Refusal;

/**
 * Sessions as somebody saw them before giving an order: {@code 1:kevin.marchais,3:anne}. A number that is another's by
 * now is not meant.
 */
final class NamedSessions {
    private static final int MOST = 100;
    /** Windows allows neither comma nor colon in a login. */
    private static final Pattern ONE = Pattern.compile("(\\d{1,9}):([^,:]+)");

    /** One of them. */
    record Named(int id, String user) {

        boolean is(Session session) {
            return session.id() == id && session.user().equalsIgnoreCase(user);
        }
    }

    private NamedSessions() {}

    static List<Named> parse(String text, Locale locale) throws Refusal {
        List<Named> named = new ArrayList<>();
        for (String part : text.split(",", MOST + 1)) {
            Matcher one = ONE.matcher(part.strip());
            if (!one.matches()) {
                throw Texts.badRequest(locale, "refused.sessions", Integer.toString(MOST));
            }
            named.add(new Named(Integer.parseInt(one.group(1)), one.group(2).strip()));
        }
        return named;
    }

    /** Empty when it has gone. */
    static Optional<Session> find(Named named, List<Session> present) {
        return present.stream().filter(named::is).findFirst();
    }
}
