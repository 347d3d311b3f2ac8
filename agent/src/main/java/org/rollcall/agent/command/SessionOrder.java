package org.rollcall.agent.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.Session;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** What the orders to sessions have in common: which ones are meant, and one row for each that says how it went. */
final class SessionOrder {
    private static final List<Column> COLUMNS =
            List.of(Column.count("session"), Column.text("user"), Column.text("result"));

    /** Who an order is for. @param gone who was named and is not there any more: nothing is left to do */
    record Meant(List<Session> sessions, List<NamedSessions.Named> gone) {}

    /** One order to one session. */
    interface Action {
        void to(Session session) throws ActionFailedException;
    }

    private SessionOrder() {}

    /** @param own what this order takes besides the sessions it is for */
    static Signature signature(String name, Parameter... own) {
        List<Parameter> parameters = new ArrayList<>(List.of(own));
        parameters.add(Parameter.optional("session", Parameter.Type.COUNT));
        parameters.add(Parameter.optional("user", Parameter.Type.TEXT));
        parameters.add(Parameter.optional("sessions", Parameter.Type.TEXT));
        return Signature.order(name, Role.OPERATOR)
                .taking(parameters.toArray(Parameter[]::new))
                .giving(COLUMNS);
    }

    /**
     * The sessions named by number, by user, or by both, which must then agree: a number may be another's by now; or
     * exactly those of a list, of which some may have gone.
     *
     * @param all whether naming none means every session
     */
    static Meant meant(Host host, Request request, boolean all) throws Refusal {
        Optional<Long> id = request.count("session");
        Optional<NamePattern> user = request.text("user").map(NamePattern::new);
        if (request.text("sessions").isPresent()) {
            if (id.isPresent() || user.isPresent()) {
                throw Texts.badRequest(request.locale(), "refused.sessions-alone");
            }
            return named(host, request);
        }
        if (!all && id.isEmpty() && user.isEmpty()) {
            throw Texts.badRequest(request.locale(), "refused.which-session");
        }
        List<Session> present = Readings.sessions(host, request.locale());
        List<Session> meant = new ArrayList<>();
        for (Session session : present) {
            if (id.map(i -> i == session.id()).orElse(true)
                    && user.map(u -> u.matchesAccount(session.domain(), session.user()))
                            .orElse(true)) {
                meant.add(session);
            }
        }
        if (meant.isEmpty()) {
            throw present.isEmpty()
                    ? Texts.refusal(Refusal.Reason.ITEM_NOT_FOUND, request.locale(), "note.nobody")
                    : Texts.refusal(
                            Refusal.Reason.ITEM_NOT_FOUND, request.locale(), "refused.no-such-session", who(present));
        }
        return new Meant(meant, List.of());
    }

    private static Meant named(Host host, Request request) throws Refusal {
        List<NamedSessions.Named> all =
                NamedSessions.parse(request.text("sessions").orElse(""), request.locale());
        List<Session> present = Readings.sessions(host, request.locale());
        List<Session> meant = new ArrayList<>();
        List<NamedSessions.Named> gone = new ArrayList<>();
        for (NamedSessions.Named one : all) {
            NamedSessions.find(one, present).ifPresentOrElse(meant::add, () -> gone.add(one));
        }
        return new Meant(meant, gone);
    }

    /** Every session gets its order, whatever becomes of the others; only when all failed is it a refusal. */
    static Table carryOut(Meant meant, Locale locale, Action action) throws Refusal {
        List<List<Object>> rows = new ArrayList<>();
        ActionFailedException failure = null;
        int done = 0;
        for (Session session : meant.sessions()) {
            String result = "done";
            try {
                action.to(session);
                done++;
            } catch (ActionFailedException e) {
                failure = e;
                result = Failures.text(e, locale);
            }
            rows.add(Arrays.asList((long) session.id(), Readings.account(session.domain(), session.user()), result));
        }
        meant.gone().forEach(one -> rows.add(List.of((long) one.id(), one.user(), "gone")));
        if (done == 0 && failure != null) {
            throw Failures.refusal(failure, locale);
        }
        return Table.of(COLUMNS, rows);
    }

    /** {@code 1 (IUT\kevin.marchais), 2 (…)}: what an asker needs to ask better. */
    static String who(List<Session> sessions) {
        return sessions.stream()
                .map(s -> s.id() + " (" + Readings.account(s.domain(), s.user()) + ")")
                .collect(Collectors.joining(", "));
    }
}
