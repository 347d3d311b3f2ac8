package org.rollcall.xmpp.frontend.ask;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jivesoftware.smack.packet.IQ;
import org.rollcall.xmpp.command.Call;
import org.rollcall.xmpp.command.CommandRunner;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Reply;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.entity.Disco;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.frontend.Expiring;
import org.rollcall.xmpp.stanza.Answer;
import org.rollcall.xmpp.stanza.Ask;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.Namespace;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.text.Messages;

/** Answers {@code <ask/>}; what does not fit into one stanza is kept for a minute and fetched part by part. */
public final class AskFrontEnd {
    private static final Duration SNAPSHOT_LIFE = Duration.ofSeconds(60);
    private static final int SNAPSHOTS_EACH = 4;
    private static final int SNAPSHOTS = 16;

    private final Entity entity;
    private final CommandRunner runner;
    private final Expiring<Parts> snapshots;

    public AskFrontEnd(Entity entity, Disco disco, CommandRunner runner, InstantSource clock) {
        this.entity = entity;
        this.runner = runner;
        snapshots = new Expiring<>(SNAPSHOT_LIFE, SNAPSHOTS_EACH, SNAPSHOTS, clock);
        entity.answer(IQ.Type.get, Ask.ELEMENT, Namespace.ROLLCALL, this::asked);
        entity.answer(IQ.Type.set, Ask.ELEMENT, Namespace.ROLLCALL, this::asked);
        disco.feature(Namespace.ROLLCALL);
    }

    private void asked(IQ request) {
        if (!(request instanceof NodeIq iq)) {
            return;
        }
        Locale locale = Entity.language(request);
        try {
            Ask ask = Ask.from(iq.node());
            if (ask.after() != null) {
                next(request, ask, locale);
            } else {
                run(request, ask, locale);
            }
        } catch (MalformedException e) {
            if (entity.admits(request)) {
                entity.refuse(request, new Refusal(Refusal.Reason.BAD_REQUEST, e.getMessage()));
            }
        } catch (Refusal refusal) {
            entity.refuse(request, refusal);
        }
    }

    private void run(IQ request, Ask ask, Locale locale) {
        boolean mayChange = request.getType() == IQ.Type.set;
        Call call = new Call(request.getFrom(), ask.by(), ask.command(), ask.arguments(), locale, mayChange, "ask");
        runner.run(call, new Reply() {
            @Override
            public void answered(Table table, Instant at) {
                send(request, new Parts(UUID.randomUUID().toString(), ask.command(), at, table), 0);
            }

            @Override
            public void refused(Refusal refusal) {
                entity.refuse(request, refusal);
            }
        });
    }

    private static Call call(IQ request, Ask ask, Locale locale) {
        boolean mayChange = request.getType() == IQ.Type.set;
        return new Call(request.getFrom(), ask.by(), ask.command(), ask.arguments(), locale, mayChange, "ask");
    }

    private void next(IQ request, Ask ask, Locale locale) throws Refusal {
        runner.authorise(call(request, ask, locale));
        Optional<Cursor> cursor = Cursor.parse(ask.after());
        Optional<Parts> parts = cursor.flatMap(at -> snapshots.use(request.getFrom(), at.snapshot()))
                .filter(kept ->
                        kept.isOf(ask.command()) && kept.has(cursor.get().row()));
        if (parts.isEmpty()) {
            throw new Refusal(
                    Refusal.Reason.ITEM_NOT_FOUND,
                    Messages.beside(AskFrontEnd.class, locale).text("refused.cursor"));
        }
        send(request, parts.get(), cursor.get().row());
    }

    private void send(IQ request, Parts parts, int fromRow) {
        Answer part = parts.from(fromRow);
        if (part.more() != null && fromRow == 0) {
            snapshots.put(request.getFrom(), parts.id(), parts);
        }
        entity.send(NodeIq.result(request, part.toXml()));
    }
}
