package org.rollcall.xmpp.command;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.rollcall.xmpp.text.Messages;

/** Checks what an asker wrote against a command's parameters. */
final class Arguments {
    static final int MOST = 32;
    static final int LONGEST = 4096;

    private final ValueParser values;

    Arguments(InstantSource clock, ZoneId zone) {
        values = new ValueParser(clock, zone);
    }

    /**
     * Parameter name to typed value. An empty text counts as left out, as forms send every field.
     *
     * @throws Refusal bad-request, naming the argument, what was given, and what is allowed
     */
    Map<String, Object> check(Command command, Map<String, String> given, Locale locale) throws Refusal {
        Messages messages = Messages.beside(Arguments.class, locale);
        if (given.size() > MOST) {
            throw bad(messages.text("arguments.many", Integer.toString(MOST)));
        }
        Map<String, Object> checked = new HashMap<>();
        for (Map.Entry<String, String> argument : given.entrySet()) {
            Parameter parameter = find(command, argument.getKey(), messages);
            String text = argument.getValue();
            if (text.length() > LONGEST) {
                throw bad(messages.text("argument.long", parameter.name(), Integer.toString(LONGEST)));
            }
            if (!text.isEmpty()) {
                checked.put(parameter.name(), value(parameter, text, messages));
            }
        }
        for (Parameter parameter : command.parameters()) {
            if (parameter.required() && !checked.containsKey(parameter.name())) {
                throw bad(messages.text("argument.missing", parameter.name()));
            }
        }
        return checked;
    }

    private Object value(Parameter parameter, String text, Messages messages) throws Refusal {
        Object value = values.parse(parameter, text);
        if (value == null) {
            throw bad(messages.text(
                    "argument." + parameter.type().name().toLowerCase(Locale.ROOT),
                    parameter.name(),
                    shortened(text),
                    String.join(", ", parameter.choices())));
        }
        return value;
    }

    private static Parameter find(Command command, String name, Messages messages) throws Refusal {
        List<Parameter> parameters = command.parameters();
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        if (command.takesMore()) {
            return Parameter.optional(name, Parameter.Type.TEXT);
        }
        String known = parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
        throw bad(
                known.isEmpty()
                        ? messages.text("argument.none", shortened(name), command.name())
                        : messages.text("argument.unknown", shortened(name), command.name(), known));
    }

    private static Refusal bad(String text) {
        return new Refusal(Refusal.Reason.BAD_REQUEST, text);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
