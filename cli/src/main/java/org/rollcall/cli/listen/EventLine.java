package org.rollcall.cli.listen;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jxmpp.jid.BareJid;
import org.rollcall.cli.output.Json;
import org.rollcall.xmpp.stanza.Event;

/** One event as a line of JSON, and back as far as is needed to know it again. */
final class EventLine {
    private static final Pattern KEY = Pattern.compile(
            "\\{\"heard\":\"event\",\"from\":\"([^\"]*)\",\"journal\":\"([^\"\\\\]*)\",\"seq\":(\\d{1,18}),.*\\}");

    /** Which event it is. */
    record Key(String from, String journal, long seq) {}

    private EventLine() {}

    static Map<String, Object> of(BareJid from, String journal, Event event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("heard", "event");
        line.put("from", from);
        line.put("journal", journal);
        line.put("seq", event.seq());
        line.put("kind", event.kind());
        line.put("at", event.at());
        event.attributes().forEach(line::putIfAbsent);
        return line;
    }

    static String json(BareJid from, String journal, Event event) {
        return Json.of(of(from, journal, event));
    }

    /** Empty for a line that is not one of these. */
    static Optional<Key> keyOf(String json) {
        Matcher matcher = KEY.matcher(json);
        return matcher.matches()
                // Json escapes nothing else that a JID may hold.
                ? Optional.of(new Key(
                        matcher.group(1).replace("\\\\", "\\"), matcher.group(2), Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }
}
