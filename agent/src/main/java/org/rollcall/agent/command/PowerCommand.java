package org.rollcall.agent.command;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.Session;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Restarts the machine, or shuts it down in full, so that it starts afresh. */
final class PowerCommand implements Command {
    /** Time enough to save one's work, or to take the order back. */
    private static final Duration DEFAULT_DELAY = Duration.ofMinutes(1);

    private static final Duration LONGEST_DELAY = Duration.ofDays(1);

    /** Windows refuses a longer text (MAX_SHUTDOWN_MESSAGE is 512 characters with its end). */
    private static final int LONGEST_TEXT = 500;

    private interface Action {
        void in(Duration delay, String text) throws ActionFailedException;
    }

    private final Signature signature;
    private final Host host;
    private final Clock clock;
    private final Action action;

    static PowerCommand restart(Host host, Clock clock) {
        return new PowerCommand(
                "restart", host, clock, (delay, text) -> host.actions().restart(delay, text));
    }

    static PowerCommand shutdown(Host host, Clock clock) {
        return new PowerCommand(
                "shutdown", host, clock, (delay, text) -> host.actions().shutdown(delay, text));
    }

    private PowerCommand(String name, Host host, Clock clock, Action action) {
        this.signature = Signature.order(name, Role.ADMIN)
                .taking(
                        Parameter.optional("delay", Parameter.Type.DURATION),
                        Parameter.optional("text", Parameter.Type.TEXT),
                        Parameter.optional("if-free", Parameter.Type.FLAG))
                .giving(Column.text("result"), Column.time("at"));
        this.host = host;
        this.clock = clock;
        this.action = action;
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        Duration delay = request.duration("delay").orElse(DEFAULT_DELAY);
        if (delay.compareTo(LONGEST_DELAY) > 0) {
            throw Texts.badRequest(request.locale(), "refused.delay");
        }
        String text = request.text("text").orElse("");
        if (text.length() > LONGEST_TEXT) {
            throw Texts.badRequest(request.locale(), "refused.message-length", Integer.toString(LONGEST_TEXT));
        }
        if (request.flag("if-free")) {
            requireFree(request);
        }
        try {
            action.in(delay, text);
            if (request.flag("if-free")) {
                requireStillFree(request);
            }
        } catch (ActionFailedException e) {
            throw Failures.refusal(e, request.locale());
        }
        return Table.of(
                columns(), List.of(Arrays.asList("ordered", clock.instant().plus(delay))));
    }

    /** Between the look and the order somebody may have logged on: the system does not do both at once. */
    private void requireStillFree(Request request) throws Refusal, ActionFailedException {
        try {
            requireFree(request);
        } catch (Refusal refusal) {
            host.actions().cancel();
            throw refusal;
        }
    }

    /** Someone who is disconnected is still logged on, perhaps with work unsaved. */
    private void requireFree(Request request) throws Refusal {
        List<Session> present = Readings.sessions(host, request.locale());
        if (!present.isEmpty()) {
            throw Failures.refusal(
                    new ActionFailedException(ActionFailedException.Reason.IN_USE, SessionOrder.who(present)),
                    request.locale());
        }
    }
}
