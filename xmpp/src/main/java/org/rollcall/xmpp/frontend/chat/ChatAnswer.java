package org.rollcall.xmpp.frontend.chat;

import java.util.List;
import java.util.Locale;
import org.rollcall.xmpp.frontend.XmlSize;
import org.rollcall.xmpp.text.Messages;

/** As many lines as a chat window bears; the rest is counted. */
final class ChatAnswer {
    /** Of what is sent, in bytes. */
    static final int LARGEST = 24 * 1024;

    static final int MOST_LINES = 200;

    private ChatAnswer() {}

    /**
     * @param head how many of the lines are titles, that do not count as answers
     * @param note a last line; null for none
     */
    static String of(List<String> lines, int head, String note, Locale locale) {
        StringBuilder text = new StringBuilder();
        int size = 0;
        int shown = 0;
        for (String line : lines) {
            String fitting = XmlSize.cut(line, LARGEST / 2);
            size += XmlSize.of(fitting) + 1;
            if (shown - head >= MOST_LINES || size > LARGEST) {
                break;
            }
            text.append(text.isEmpty() ? "" : "\n").append(fitting);
            shown++;
        }
        int left = lines.size() - shown;
        Messages messages = Messages.beside(ChatAnswer.class, locale);
        if (left > 0) {
            text.append("\n").append(messages.text("answer.more", Integer.toString(left)));
        } else if (lines.size() == head) {
            text.append("\n").append(messages.text("answer.none"));
        }
        if (note != null) {
            text.append("\n").append(XmlSize.cut(note, 2000));
        }
        return text.toString();
    }
}
