package org.rollcall.agent.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.CommandTexts;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;

/** What the asker may use, in the asker's language; of one command, its parameters and an example. */
final class HelpCommand implements Command {
    private static final List<Column> COLUMNS =
            List.of(Column.text("name"), Column.text("values"), Column.text("meaning"));

    private final Supplier<List<Command>> commands;
    private final CommandTexts texts = new CommandTexts(HelpCommand.class);

    HelpCommand(Supplier<List<Command>> commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public Role role() {
        return Role.VIEWER;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.optional("command", Parameter.Type.TEXT));
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
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
        return new Table(COLUMNS, rows, Texts.text(request.locale(), "note.help"));
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
                return new Table(
                        COLUMNS, rows, Texts.text(locale, "note.example", Texts.text(locale, "example." + name)));
            }
        }
        throw Texts.refusal(Refusal.Reason.ITEM_NOT_FOUND, locale, "refused.no-such-command", name);
    }

    private static String values(Parameter parameter, Locale locale) {
        String values = parameter.type() == Parameter.Type.CHOICE
                ? String.join(" | ", parameter.choices())
                : Texts.text(locale, "type." + parameter.type().name().toLowerCase(Locale.ROOT));
        return parameter.required() ? values + " " + Texts.text(locale, "type.required") : values;
    }
}
