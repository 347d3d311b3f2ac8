package org.rollcall.xmpp.command;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each command, under the logger {@code rollcall.audit}. */
public final class AuditLog implements Audit {
    private static final Logger LOG = LoggerFactory.getLogger("rollcall.audit");
    private static final int LONGEST_VALUE = 200;

    @Override
    public void record(Entry entry) {
        if (LOG.isInfoEnabled()) {
            LOG.info("{}", line(entry));
        }
    }

    static String line(Entry entry) {
        StringBuilder line = new StringBuilder(200);
        line.append("from=").append(quoted(entry.from()));
        line.append(" by=").append(entry.by() == null ? "-" : quoted(entry.by()));
        line.append(" role=").append(entry.role().map(Role::id).orElse("-"));
        line.append(" channel=").append(entry.channel());
        line.append(" command=").append(quoted(entry.command()));
        entry.arguments()
                .forEach((name, value) -> line.append(" arg:")
                        .append(name.matches("[a-z][a-z-]{0,30}") ? name : quoted(name))
                        .append('=')
                        .append(quoted(value)));
        line.append(" outcome=").append(entry.outcome());
        line.append(" ms=").append(String.format(Locale.ROOT, "%d", entry.took().toMillis()));
        return line.toString();
    }

    /** Nothing that an asker writes can end the line, or look like the next field. */
    private static String quoted(Object value) {
        String text = String.valueOf(value);
        StringBuilder quoted = new StringBuilder("\"");
        int end = Math.min(text.length(), LONGEST_VALUE);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (plain(c)) {
                quoted.append(c);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return quoted.append(end < text.length() ? "…\"" : "\"").toString();
    }

    /** Line ends of Unicode and the marks that turn the direction of writing are escaped, too. */
    private static boolean plain(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> Character.isSurrogate(c);
            default -> true;
        };
    }
}
