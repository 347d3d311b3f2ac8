package org.rollcall.xmpp.frontend.chat;

import java.util.Locale;
import org.rollcall.xmpp.command.Table;

/** Another look for one command's answer, asked for by {@code format=NAME} on the chat line: {@code tasklist}, say. */
public interface ChatFormat {

    /** What follows {@code format=}. */
    String name();

    /** The one command whose answers it renders. */
    String command();

    /** Lines of text, without a line end at the last; the front end cuts them where they are too many. */
    String render(Table table, Locale locale);
}
