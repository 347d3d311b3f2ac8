package org.rollcall.agent.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.rollcall.xmpp.settings.BadValueException;
import org.rollcall.xmpp.settings.Types;
import org.rollcall.xmpp.settings.ValueType;

/** A program by its absolute path, and its arguments: an array, as there is no shell that would split a text. */
final class CommandLineType implements ValueType<List<String>> {
    static final ValueType<List<String>> COMMAND_LINE = new CommandLineType();

    // Both systems' forms: a file for Windows is checked on Linux too.
    private static final Pattern ABSOLUTE = Pattern.compile("/.+|[A-Za-z]:[\\\\/].+|\\\\\\\\.+");
    private static final ValueType<List<String>> TEXTS = Types.list(Types.TEXT);

    private CommandLineType() {}

    @Override
    public String id() {
        return "command-line";
    }

    @Override
    public List<String> parse(Object raw, Path base) throws BadValueException {
        if (!(raw instanceof List<?>)) {
            throw new BadValueException("bad.command-line");
        }
        List<String> commandLine = TEXTS.parse(raw, base);
        if (commandLine.isEmpty() || !ABSOLUTE.matcher(commandLine.get(0)).matches()) {
            throw new BadValueException("bad.command-line");
        }
        return commandLine;
    }

    @Override
    public String show(List<String> value) {
        return String.join(" ", value);
    }
}
