package org.rollcall.xmpp.dialogue;

import java.time.Duration;
import java.util.List;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;

/** A command in one line. */
public record FakeCommand(
        String name,
        Role role,
        boolean changes,
        List<Parameter> parameters,
        List<Column> columns,
        Duration timeLimit,
        Answer answer)
        implements Command {

    /** What it answers. */
    public interface Answer {
        Table to(Request request) throws Refusal, InterruptedException;
    }

    public static FakeCommand question(String name, List<Parameter> parameters, List<Column> columns, Answer answer) {
        return new FakeCommand(name, Role.VIEWER, false, parameters, columns, Duration.ofSeconds(10), answer);
    }

    public static FakeCommand order(String name, List<Parameter> parameters, List<Column> columns, Answer answer) {
        return new FakeCommand(name, Role.OPERATOR, true, parameters, columns, Duration.ofSeconds(10), answer);
    }

    @Override
    public Table answer(Request request) throws Refusal, InterruptedException {
        return answer.to(request);
    }
}
