package org.rollcall.xmpp.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.rollcall.xmpp.text.Messages;

/** What the asker may use, in the asker's language; of one command, its parameters and an example. */
public final class HelpCommand implements Command {
    private static final Signature SIGNATURE = Signature.question("help", Role.VIEWER)
            .taking(Parameter.optional("command", Parameter.Type.TEXT))
            .giving(Column.text("name"), Column.text("values"), Column.text("meaning"));

    private final Supplier<List<Command>> commands;
    private final CommandTexts texts;

    /** @param commands all of the program's, this one among them */
    public HelpCommand(Supplier<List<Command>> commands, CommandTexts texts) {
        this.commands = commands;
        this.texts = texts;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        Optional<String> wanted = request.text("command");
        return wanted.isPresent() ? one(wanted.get(), request) : all(request);
    }

    private Table all(Request request) {
        List<List<Object>> rows = new ArrayList<>();
        for (Command command : commands.get()) {
            if (request.asker().role().covers(command.role())) {
                String usage = command.parameters().stream()
                        .map(p -> p.required() ? p.name() + "=…" : "[" + p.name() + "=…]")
                        .collect(Collectors.joining(" "));
                rows.add(List.of(command.name(), usage, texts.command(command.name(), request.locale())));
            }
        }
        return new Table(columns(), rows, text(request.locale(), "help.more"));
    }

    /** A command that the asker may not use is one that the asker is not told of. */
    private Table one(String name, Request request) throws Refusal {
        Locale locale = request.locale();
        for (Command command : commands.get()) {
            if (command.name().equals(name) && request.asker().role().covers(command.role())) {
                List<List<Object>> rows = new ArrayList<>();
                rows.add(List.of(name, "", texts.command(name, locale)));
                for (Parameter parameter : command.parameters()) {
                    rows.add(List.of(
                            parameter.name(),
                            values(parameter, locale),
                            texts.parameter(name, parameter.name(), locale)));
                }
                return new Table(columns(), rows, text(locale, "help.example", texts.example(name, locale)));
            }
        }
        throw new Refusal(Refusal.Reason.ITEM_NOT_FOUND, text(locale, "refused.no-such-command", name));
    }

    private static String values(Parameter parameter, Locale locale) {
        String values = parameter.type() == Parameter.Type.CHOICE
                ? String.join(" | ", parameter.choices())
                : text(locale, "type." + parameter.type().name().toLowerCase(Locale.ROOT));
        return parameter.required() ? values + " " + text(locale, "type.required") : values;
    }

    private static String text(Locale locale, String key, Object... arguments) {
        return Messages.beside(HelpCommand.class, locale).text(key, arguments);
    }
}
