package org.rollcall.xmpp.dialogue;

import java.util.List;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** A command in one line. */
public record FakeCommand(Signature signature, Answer answer) implements Command {

    /** What it answers. */
    public interface Answer {
        Table to(Request request) throws Refusal, InterruptedException;
    }

    public static FakeCommand question(String name, List<Parameter> parameters, List<Column> columns, Answer answer) {
        return new FakeCommand(with(Signature.question(name, Role.VIEWER), parameters, columns), answer);
    }

    public static FakeCommand order(String name, List<Parameter> parameters, List<Column> columns, Answer answer) {
        return new FakeCommand(with(Signature.order(name, Role.OPERATOR), parameters, columns), answer);
    }

    private static Signature with(Signature plain, List<Parameter> parameters, List<Column> columns) {
        return plain.taking(parameters.toArray(Parameter[]::new)).giving(columns);
    }

    @Override
    public Table answer(Request request) throws Refusal, InterruptedException {
        return answer.to(request);
    }
}
