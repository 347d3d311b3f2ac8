package org.rollcall.cli.listen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Predicate;
import org.jivesoftware.smack.iqrequest.AbstractIqRequestHandler;
import org.jivesoftware.smack.iqrequest.IQRequestHandler;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.Namespace;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.RefusedAnswer;
import org.rollcall.xmpp.stanza.Stored;

/**
 * Receives events as central does: an IQ is answered only after its events are on disk. What waits together is synced
 * together.
 */
final class Central {
    /** Beyond it, machines are told to come again later, which they do. */
    private static final int MOST_WAITING = 5000;

    private final Link link;
    private final Predicate<BareJid> machines;
    private final EventFile file;
    private final Heard heard;
    private final BlockingQueue<NodeIq> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread = new Thread(this::store, "rollcall-store");

    /** @param machines whose events count */
    Central(Link link, Predicate<BareJid> machines, EventFile file, Heard heard) {
        this.link = link;
        this.machines = machines;
        this.file = file;
        this.heard = heard;
        thread.setDaemon(true);
        // In the reader's order: Smack's other mode runs handlers side by side, and a later batch could be first.
        link.connection()
                .registerIQRequestHandler(
                        new AbstractIqRequestHandler(
                                Events.ELEMENT, Namespace.ROLLCALL, IQ.Type.set, IQRequestHandler.Mode.sync) {
                            @Override
                            public IQ handleIQRequest(IQ request) {
                                return received((NodeIq) request);
                            }
                        });
        thread.start();
    }

    /** Null: the answer follows. */
    private IQ received(NodeIq iq) {
        Jid from = iq.getFrom();
        if (from == null || !machines.test(from.asBareJid()) || !"agent".equals(resource(from))) {
            return error(iq, Refusal.Reason.FORBIDDEN, "not one of the machines that are listened to");
        }
        return waiting.offer(iq)
                ? null
                : error(iq, Refusal.Reason.RESOURCE_CONSTRAINT, "too busy: send it again later");
    }

    private void store() {
        List<NodeIq> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(waiting.take());
                waiting.drainTo(batch, 200);
                store(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void store(List<NodeIq> batch) {
        List<IQ> answers = new ArrayList<>();
        List<Runnable> news = new ArrayList<>();
        try {
            for (NodeIq iq : batch) {
                answers.add(append(iq, news));
            }
            file.sync();
        } catch (IOException e) {
            heard.note("The events cannot be stored, machines will send them again: " + e.getMessage());
            answers.clear();
            batch.forEach(iq -> answers.add(error(iq, Refusal.Reason.RESOURCE_CONSTRAINT, "cannot store now")));
            news.clear();
        }
        // An answer that is not sent makes the machine send its events again, which are then known.
        answers.forEach(link::trySend);
        news.forEach(Runnable::run);
    }

    private IQ append(NodeIq iq, List<Runnable> news) throws IOException {
        try {
            Events events = Events.from(iq.node());
            BareJid from = iq.getFrom().asBareJid();
            for (Event event : file.append(from, events)) {
                news.add(() -> heard.event(from, events.journal(), event));
            }
            return NodeIq.result(iq, new Stored(events.lastSeq(), events.malformed()).toXml());
        } catch (MalformedException e) {
            return error(iq, Refusal.Reason.BAD_REQUEST, e.getMessage());
        }
    }

    private static String resource(Jid jid) {
        return jid.getResourceOrNull() == null ? "" : jid.getResourceOrNull().toString();
    }

    private static IQ error(IQ request, Refusal.Reason reason, String text) {
        StanzaError error =
                RefusedAnswer.toError(reason, text, java.util.Locale.ENGLISH).build();
        return NodeIq.error(request, error);
    }
}
