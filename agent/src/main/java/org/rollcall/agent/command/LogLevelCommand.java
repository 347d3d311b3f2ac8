package org.rollcall.agent.command;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.rollcall.agent.log.LogLevel;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Makes the agent's log say more, or less, for a while. */
final class LogLevelCommand implements Command {
    private static final Duration DEFAULT = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Signature SIGNATURE = Signature.order("loglevel", Role.ADMIN)
            .taking(
                    new Parameter(
                            "level", Parameter.Type.CHOICE, true, List.of("error", "warn", "info", "debug", "trace")),
                    Parameter.optional("for", Parameter.Type.DURATION))
            .giving(Column.text("level"), Column.text("before"), Column.time("until"));

    private final LogLevel level;
    private final Clock clock;

    LogLevelCommand(LogLevel level, Clock clock) {
        this.level = level;
        this.clock = clock;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        Duration during = request.duration("for").orElse(DEFAULT);
        if (during.compareTo(LONGEST) > 0 || during.isZero()) {
            throw Texts.badRequest(request.locale(), "refused.for");
        }
        String before = level.current();
        level.set(request.text("level").orElseThrow(), during);
        return Table.of(
                columns(),
                List.of(Arrays.asList(level.current(), before, clock.instant().plus(during))));
    }
}
