package org.rollcall.xmpp.frontend.adhoc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jivesoftware.smack.packet.IQ;
import org.rollcall.xmpp.command.Call;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.CommandRunner;
import org.rollcall.xmpp.command.CommandTexts;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Reply;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.entity.Disco;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.frontend.Expiring;
import org.rollcall.xmpp.frontend.adhoc.AdHoc.AdHocException;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.XmlNode;

/**
 * The server's side of XEP-0050: a form first, the answer when it is completed, in pages if it is long. The role is
 * checked at every step, and nothing takes effect before {@code complete}.
 */
public final class AdHocFrontEnd {
    private static final Duration SESSION_LIFE = Duration.ofMinutes(2);
    private static final int SESSIONS_EACH = 4;
    private static final int SESSIONS = 16;

    private final Entity entity;
    private final CommandRunner runner;
    private final CommandTexts texts;
    private final InstantSource clock;
    private final Forms forms;
    private final SessionIds ids = new SessionIds();
    private final Expiring<AdHocSession> sessions;

    public AdHocFrontEnd(Entity entity, Disco disco, CommandRunner runner, CommandTexts texts, InstantSource clock) {
        this.entity = entity;
        this.runner = runner;
        this.texts = texts;
        this.clock = clock;
        forms = new Forms(texts);
        sessions = new Expiring<>(SESSION_LIFE, SESSIONS_EACH, SESSIONS, clock);
        entity.answer(IQ.Type.set, "command", AdHoc.NAMESPACE, this::step);
        CommandNodes nodes = new CommandNodes(entity, runner, texts);
        disco.node(AdHoc.NAMESPACE, nodes);
        disco.node(AdHoc.NODE_PREFIX, nodes);
        disco.feature(AdHoc.NAMESPACE, AdHoc.FORMS);
    }

    private void step(IQ request) {
        if (!(request instanceof NodeIq iq)) {
            return;
        }
        Locale locale = Entity.language(request);
        try {
            Command command = runner.authorise(call(request, name(iq.node()), Map.of(), locale));
            if (iq.node().oversized()) {
                throw AdHoc.badPayload(AdHoc.text(locale, "refused.payload", "> 256 KiB"));
            }
            Action action = Action.of(iq.node(), locale);
            String id = iq.node().attribute("sessionid");
            if (id != null && !id.isEmpty()) {
                goOn(iq, session(request, id, command, locale), action, locale);
            } else if (action == Action.EXECUTE) {
                begin(iq, command, locale);
            } else {
                throw AdHoc.badAction(action.word(), locale);
            }
        } catch (AdHocException e) {
            entity.send(NodeIq.error(request, e.toError(locale)));
        } catch (Refusal refusal) {
            entity.refuse(request, refusal);
        }
    }

    /** A node that is not ours becomes, in quotes, the name of no command. */
    private static String name(XmlNode command) {
        String node = command.attribute("node");
        return node != null && node.startsWith(AdHoc.NODE_PREFIX)
                ? node.substring(AdHoc.NODE_PREFIX.length())
                : "'" + node + "'";
    }

    private static Call call(IQ request, String command, Map<String, String> arguments, Locale locale) {
        return new Call(request.getFrom(), null, command, arguments, locale, true, "ad-hoc");
    }

    private AdHocSession session(IQ request, String id, Command command, Locale locale) throws AdHocException {
        AdHocSession session = sessions.use(request.getFrom(), id).orElse(null);
        if (session == null) {
            throw ids.wasReal(id, request.getFrom()) ? AdHoc.expired(locale) : AdHoc.badSession(locale);
        }
        if (!session.command().name().equals(command.name())) {
            throw AdHoc.badSession(locale);
        }
        return session;
    }

    private void begin(NodeIq request, Command command, Locale locale) throws AdHocException {
        AdHocSession session = new AdHocSession(ids.next(request.getFrom()), command);
        XmlNode form = request.node().first("x", AdHoc.FORMS);
        boolean atOnce =
                !command.changes() && (form != null || command.parameters().isEmpty());
        if (atOnce) {
            run(request, session, form, locale);
            return;
        }
        sessions.put(request.getFrom(), session.id(), session);
        XmlNode reply = AdHoc.command(command.name(), session.id(), "executing");
        reply.child("actions").with("execute", "complete").child("complete");
        entity.send(NodeIq.result(request, reply.add(forms.toFillIn(command, locale))));
    }

    private void goOn(NodeIq request, AdHocSession session, Action action, Locale locale) throws AdHocException {
        XmlNode form = request.node().first("x", AdHoc.FORMS);
        if (session.isRunning()) {
            throw AdHoc.running(locale);
        }
        if (action == Action.CANCEL || form != null && "cancel".equals(form.attribute("type"))) {
            end(request, session, "canceled");
        } else if (session.pages() != null) {
            synchronized (session) {
                turn(request, session, action, locale);
            }
        } else if (action == Action.COMPLETE || action == Action.EXECUTE) {
            run(request, session, form, locale);
        } else {
            throw AdHoc.badAction(action.word(), locale);
        }
    }

    private void turn(NodeIq request, AdHocSession session, Action action, Locale locale) throws AdHocException {
        Pages pages = session.pages();
        // XEP-0050, section 3.4: execute is the action that the last reply named; on the last page, complete.
        if (action == Action.COMPLETE || action == Action.EXECUTE && !pages.hasNext()) {
            end(request, session, "completed");
        } else if (action == Action.PREV && pages.hasPrevious()) {
            pages.previous();
            show(request, session, pages, locale);
        } else if (action != Action.PREV && pages.hasNext()) {
            pages.next();
            show(request, session, pages, locale);
        } else {
            throw AdHoc.badAction(action.word(), locale);
        }
    }

    private void run(NodeIq request, AdHocSession session, XmlNode form, Locale locale) throws AdHocException {
        Map<String, String> arguments = form == null ? Map.of() : forms.arguments(form, locale);
        if (!session.begin()) {
            throw AdHoc.running(locale);
        }
        runner.run(call(request, session.command().name(), arguments, locale), new Reply() {
            @Override
            public void answered(Table table, Instant at) {
                // Under the session's lock until it is sent: a hasty client may turn the page meanwhile.
                synchronized (session) {
                    Pages pages = new Pages(table, texts, locale, clock.withZone(ZoneId.systemDefault()));
                    session.answered(pages);
                    show(request, session, pages, locale);
                }
            }

            @Override
            public void refused(Refusal refusal) {
                session.again();
                if (refusal.reason() == Refusal.Reason.BAD_REQUEST) {
                    // The session stays: what is wrong can be put right and sent again.
                    entity.send(NodeIq.error(
                            request, AdHoc.badPayload(refusal.getMessage()).toError(locale)));
                } else {
                    sessions.remove(request.getFrom(), session.id());
                    entity.refuse(request, refusal);
                }
            }
        });
    }

    private void show(NodeIq request, AdHocSession session, Pages pages, Locale locale) {
        XmlNode page = pages.page(texts.command(session.command().name(), locale));
        boolean only = pages.isOnlyOne();
        XmlNode reply = AdHoc.command(session.command().name(), session.id(), only ? "completed" : "executing");
        if (only) {
            sessions.remove(request.getFrom(), session.id());
        } else {
            sessions.put(request.getFrom(), session.id(), session);
            XmlNode actions = reply.child("actions").with("execute", pages.hasNext() ? "next" : "complete");
            if (pages.hasPrevious()) {
                actions.child("prev");
            }
            if (pages.hasNext()) {
                actions.child("next");
            }
            actions.child("complete");
            reply.add(AdHoc.note("info", pages.position()));
        }
        if (pages.note() != null) {
            reply.add(AdHoc.note("info", pages.note()));
        }
        entity.send(NodeIq.result(request, reply.add(page)));
    }

    private void end(NodeIq request, AdHocSession session, String status) {
        sessions.remove(request.getFrom(), session.id());
        entity.send(NodeIq.result(request, AdHoc.command(session.command().name(), session.id(), status)));
    }
}
