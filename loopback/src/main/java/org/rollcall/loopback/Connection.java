package org.rollcall.loopback;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.rollcall.loopback.xml.Element;
import org.rollcall.loopback.xml.StanzaReader;
import org.rollcall.loopback.xml.StreamException;
import org.rollcall.loopback.xml.XmlWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's stream: read by a thread of its own, written through an {@link Outbox}. */
final class Connection implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final String STREAMS = "urn:ietf:params:xml:ns:xmpp-streams";
    private static final String END = "</stream:stream>";
    private static final int SIGN_IN_MILLIS = 30_000;
    private static final int LAST_WORDS_MILLIS = 2_000;

    private final Server server;
    private final Transport transport;
    private final Gate gate = new Gate();
    private StanzaReader reader;
    private boolean headerSent;
    private volatile Outbox outbox;
    private volatile Client client;

    Connection(Server server, Transport transport) {
        this.server = server;
        this.transport = transport;
    }

    @Override
    public void run() {
        try {
            transport.readTimeout(SIGN_IN_MILLIS);
            reader = transport.newReader();
            client = new Negotiation(this, server).run();
            if (client != null) {
                transport.readTimeout(0);
                for (Element stanza = read(); stanza != null; stanza = read()) {
                    server.domain().handle(client, stanza);
                }
            }
            end("");
        } catch (StreamException e) {
            LOG.debug("stream of {} closed with {}: {}", client, e.condition(), e.getMessage());
            end(e.condition());
        } catch (SocketTimeoutException e) {
            end("connection-timeout");
        } catch (IOException e) {
            LOG.debug("connection of {} ended: {}", client, e.getMessage());
            transport.close();
        } catch (InterruptedException e) {
            transport.close();
        } finally {
            server.domain().gone(client);
            linger();
            server.forget(this);
        }
    }

    // While signing in, on the reader's thread.

    /** Reads the client's stream header and answers with ours and its features. */
    Element open(String features) throws StreamException, IOException, InterruptedException {
        Element header = reader.header();
        gate.pass();
        transport.write(header() + "<stream:features>" + features + "</stream:features>");
        return header;
    }

    Element read() throws StreamException, IOException, InterruptedException {
        Element stanza = reader.stanza();
        gate.pass();
        return stanza;
    }

    void writeNow(Element element) throws IOException {
        transport.write(element.toString());
    }

    void restart() throws IOException, StreamException {
        reader = transport.newReader();
        headerSent = false;
    }

    void startTls() throws IOException, StreamException {
        transport.startTls(server.tls());
        transport.readTimeout(SIGN_IN_MILLIS);
        restart();
    }

    /** From now on others may write too, through {@link #send}. */
    void openOutbox() throws IOException {
        outbox = new Outbox(transport.out(), server.writers(), this::giveUp, this::lastWordsWritten);
    }

    // From any thread.

    void send(String xml) {
        Outbox box = outbox;
        if (box != null) {
            box.send(xml);
        }
    }

    /** @param condition the stream error to say; empty for a plain end */
    void end(String condition) {
        String error =
                condition.isEmpty() ? "" : "<stream:error><" + condition + " xmlns='" + STREAMS + "'/></stream:error>";
        Outbox box = outbox;
        if (box != null) {
            box.end(error + END);
            // If it never reads them, they are not waited for.
            server.later(transport::close, LAST_WORDS_MILLIS);
            return;
        }
        try {
            transport.write((headerSent ? "" : header()) + error + END);
            transport.endOutput();
        } catch (IOException e) {
            LOG.debug("a client left before the end of its stream: {}", e.getMessage());
        }
        server.later(transport::close, LAST_WORDS_MILLIS);
    }

    void reset() {
        transport.reset();
    }

    void close() {
        transport.close();
    }

    void freeze() {
        gate.shut();
        if (outbox != null) {
            outbox.hold(true);
        }
    }

    void thaw() {
        gate.open();
        if (outbox != null) {
            outbox.hold(false);
        }
    }

    /** Gives up on a client whose network swallows what is written to it. */
    void checkWriting(long limitNanos) {
        Outbox box = outbox;
        long since = box == null ? 0 : box.writingSince();
        if (since != 0 && System.nanoTime() - since > limitNanos) {
            giveUp("a write took longer than " + TimeUnit.NANOSECONDS.toSeconds(limitNanos) + " s");
        }
    }

    private void giveUp(String why) {
        LOG.debug("connection of {} given up: {}", client, why);
        transport.close();
    }

    private void lastWordsWritten() {
        try {
            transport.endOutput();
        } catch (IOException e) {
            transport.close();
        }
    }

    /** A socket closed on bytes that nobody read is reset, and takes our last words with it: so read on to the end. */
    private void linger() {
        try {
            if (reader != null) {
                reader.drain();
            }
        } catch (IOException e) {
            LOG.debug("closed: {}", e.getMessage());
        }
        transport.close();
    }

    private String header() {
        headerSent = true;
        return "<?xml version='1.0'?><stream:stream xmlns='" + Element.CLIENT
                + "' xmlns:stream='http://etherx.jabber.org/streams' version='1.0' xml:lang='en' id='"
                + UUID.randomUUID() + "' from='"
                + XmlWriter.escaped(server.options().domain()) + "'>";
    }
}
