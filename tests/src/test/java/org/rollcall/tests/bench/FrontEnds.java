package org.rollcall.tests.bench;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jxmpp.jid.Jid;
import org.rollcall.xmpp.stanza.Answer;
import org.rollcall.xmpp.stanza.Ask;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.XmlNode;

/** How long a question for 100 processes takes, there and back, by each front end. */
final class FrontEnds {
    private static final int WARM_UP = 30;
    private static final int TIMES = 200;

    /**
     * Between questions: the shipped settings give each client 4 MB/s (ejabberd: 256 kB/s after a burst of 1 MB), and a
     * server's rate says nothing about the agent. A form with 100 items is some 60 kB.
     */
    private static final long PAUSE_MILLIS = 40;

    private static final long LONG_PAUSE_MILLIS = 250;
    private static final long LONGEST_SECONDS = 30;
    private static final String FORMS = "jabber:x:data";

    private final XMPPConnection connection;
    private final Jid agent;
    private final BlockingQueue<Message> chat = new LinkedBlockingQueue<>();

    FrontEnds(XMPPConnection connection, Jid agent) {
        this.connection = connection;
        this.agent = agent;
        connection.addSyncStanzaListener(this::said, StanzaTypeFilter.MESSAGE);
    }

    private void said(Stanza stanza) {
        chat.add((Message) stanza);
    }

    /** One question, and a check that all of the answer came. */
    private interface Question {
        void ask() throws XMPPException, SmackException, InterruptedException, MalformedException;
    }

    void measure(Report report, String where) throws Exception {
        report.add(
                "100 rows by ask, p50 / p99",
                where,
                time(this::ask, PAUSE_MILLIS).medianAnd99th(),
                "15 ms at p99");
        report.add(
                "100 rows by ad-hoc command, p50 / p99",
                where,
                time(this::adHoc, LONG_PAUSE_MILLIS).medianAnd99th(),
                "");
        report.add(
                "100 rows by chat, p50 / p99",
                where,
                time(this::chat, LONG_PAUSE_MILLIS / 3).medianAnd99th(),
                "");
    }

    private static Sample time(Question question, long pause) throws Exception {
        Sample sample = new Sample();
        for (int i = 0; i < WARM_UP + TIMES; i++) {
            long begin = System.nanoTime();
            question.ask();
            if (i >= WARM_UP) {
                sample.add(System.nanoTime() - begin);
            }
            Thread.sleep(pause);
        }
        return sample;
    }

    private void ask() throws XMPPException, SmackException, InterruptedException, MalformedException {
        Ask ask = new Ask("processes", "en", null, null, Map.of("limit", "100"));
        IQ result = connection.sendIqRequestAndWaitForResponse(NodeIq.get(agent, ask.toXml()));
        require(Answer.from(((NodeIq) result).node()).table().rows().size() == 100);
    }

    /** The form filled in and sent at once, as a client does that knows it; the answer is a form with 100 items. */
    private void adHoc() throws XMPPException, SmackException, InterruptedException {
        XmlNode command = new XmlNode("command", "http://jabber.org/protocol/commands")
                .with("node", "urn:rollcall:1#processes")
                .with("action", "execute");
        XmlNode form = new XmlNode("x", FORMS).with("type", "submit");
        form.child("field").with("var", "limit").child("value").text("100");
        command.add(form);
        IQ result = connection.sendIqRequestAndWaitForResponse(NodeIq.set(agent, command));
        require(items(result) == 100);
    }

    private static int items(IQ result) {
        if (result instanceof NodeIq iq) {
            XmlNode form = iq.node().first("x", FORMS);
            return form == null ? 0 : form.children("item").size();
        }
        return count(result.toXML().toString(), "<item>");
    }

    private void chat() throws SmackException, InterruptedException {
        chat.clear();
        connection.sendStanza(StanzaBuilder.buildMessage(UUID.randomUUID().toString())
                .to(agent)
                .ofType(Message.Type.chat)
                .setBody("processes limit=100")
                .build());
        Message answer = chat.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
        require(answer != null && List.of(answer.getBody().split("\n")).size() >= 101);
    }

    private static int count(String text, String what) {
        int count = 0;
        for (int at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + 1)) {
            count++;
        }
        return count;
    }

    private static void require(boolean complete) {
        if (!complete) {
            throw new IllegalStateException("an answer is not 100 rows long");
        }
    }
}
