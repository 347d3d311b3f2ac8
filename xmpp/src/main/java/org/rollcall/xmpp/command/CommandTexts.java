package org.rollcall.xmpp.command;

import java.util.Locale;
import org.rollcall.xmpp.text.Messages;

/**
 * What people read about commands, in their language, from the bundle beside a program's own commands. What has no
 * text is shown by its id: a front end never fails for a missing one, and a test of each program finds it.
 *
 * <p>Keys: {@code command.NAME}, {@code parameter.NAME} or {@code parameter.COMMAND.NAME}, {@code column.NAME}, and
 * {@code value.COLUMN.VALUE} for words that stand in cells.
 */
public final class CommandTexts {
    private final Class<?> anchor;

    /** @param anchor the class beside which the bundle lies */
    public CommandTexts(Class<?> anchor) {
        this.anchor = anchor;
    }

    /** What a command does, in one sentence without a full stop. */
    public String command(String command, Locale locale) {
        return text("command." + command, command, locale);
    }

    /** The command as somebody types it. */
    public String example(String command, Locale locale) {
        return text("example." + command, command, locale);
    }

    /** What a parameter means, in a few words. */
    public String parameter(String command, String parameter, Locale locale) {
        String own = "parameter." + command + "." + parameter;
        return has(own, locale) ? text(own, parameter, locale) : text("parameter." + parameter, parameter, locale);
    }

    /** A column's title. */
    public String column(String column, Locale locale) {
        return text("column." + column, column, locale);
    }

    /** A cell's word; what is no known word ({@code winword.exe}) stays as it is. */
    public String value(String column, String value, Locale locale) {
        return text("value." + column + "." + value, value, locale);
    }

    private boolean has(String key, Locale locale) {
        return Messages.beside(anchor, locale).has(key);
    }

    private String text(String key, String otherwise, Locale locale) {
        Messages messages = Messages.beside(anchor, locale);
        return messages.has(key) ? messages.text(key) : otherwise;
    }
}
