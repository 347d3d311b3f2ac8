package org.rollcall.cli.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.xmpp.text.MachineName;

/** Tells a machine's room by its name, in any case: A201B7 stands in A201. */
public final class RoomRule {
    private final Pattern pattern;

    /** @param pattern for the whole name, with a group called {@code room} */
    public RoomRule(Pattern pattern) {
        this.pattern = Pattern.compile(pattern.pattern(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Empty when the account is not one of a machine by this rule. */
    public Optional<String> roomOf(String localpart) {
        Matcher matcher = pattern.matcher(MachineName.fromLocalpart(localpart));
        return matcher.matches() ? Optional.ofNullable(matcher.group("room")) : Optional.empty();
    }

    static boolean hasRoom(Pattern pattern) {
        return pattern.pattern().contains("(?<room>");
    }
}
