package org.rollcall.cli.board;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.PresenceBuilder;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.jxmpp.jid.EntityFullJid;
import org.rollcall.cli.CliException;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.ask.CentralLine;
import org.rollcall.cli.link.SignedIn;
import org.rollcall.cli.output.Json;
import org.rollcall.cli.output.TablePrinter;
import org.rollcall.cli.settings.CliSettings;
import org.rollcall.xmpp.asking.Target;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.stanza.Answer;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.Namespace;
import org.rollcall.xmpp.stanza.XmlNode;

/** Prints what changes as central tells it, until the time is over or the process is ended. */
public final class Watching {
    /** A central that was started anew knows of nobody who watches: shorter than it takes to start. */
    private static final int PING_SECONDS = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(12);

    /** More than anybody reads in the time that it takes to print it. */
    private static final int MOST_WAITING = 10_000;

    private final CliSettings settings;
    private final Terminal terminal;
    private final boolean json;
    private final EntityFullJid central;
    private final BlockingQueue<Runnable> heard = new LinkedBlockingQueue<>(MOST_WAITING);

    /** Of the thread that prints. */
    private boolean gone;

    public Watching(CliSettings settings, Terminal terminal, boolean json) {
        this.settings = settings;
        this.terminal = terminal;
        this.json = json;
        central = Target.central(CentralLine.of(settings, terminal)).jid();
    }

    /** @param arguments of central's {@code watch} */
    public void watch(Map<String, String> arguments, long seconds) throws InterruptedException {
        try (SignedIn signedIn = SignedIn.as(settings.xmpp().toLink(-1), terminal, link -> prepare(link, arguments))) {
            CentralLine line = new CentralLine(signedIn.connection(), central.asBareJid(), terminal);
            Thread goodbye = new Thread(signedIn::close, "rollcall-goodbye");
            Runtime.getRuntime().addShutdownHook(goodbye);
            begin(line, arguments);
            long start = System.nanoTime();
            long left = seconds;
            while (left > 0) {
                Runnable next = heard.poll(Math.min(left, PING_SECONDS), TimeUnit.SECONDS);
                if (next != null) {
                    next.run();
                } else {
                    ping(signedIn.link(), arguments);
                }
                left = seconds - TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            }
            if (!gone) {
                line.ask("unwatch", Map.of(), false, PATIENCE);
            }
            Runtime.getRuntime().removeShutdownHook(goodbye);
        }
    }

    private void prepare(Link link, Map<String, String> arguments) {
        link.connection()
                .addSyncStanzaListener(
                        this::message, stanza -> stanza instanceof Message && central.equals(stanza.getFrom()));
        link.addListener(new LinkListener() {
            private boolean again;

            @Override
            public void up(XMPPConnection connection) {
                link.trySend(PresenceBuilder.buildPresence()
                        .ofType(Presence.Type.available)
                        .setPriority(-1)
                        .build());
                if (again) {
                    heard.offer(() -> resume(link, arguments));
                }
                again = true;
            }

            @Override
            public void down(LinkFailure failure) {
                heard.offer(() -> note(failure.sentence()));
            }
        });
    }

    private void begin(CentralLine line, Map<String, String> arguments) throws InterruptedException {
        note(line.ask("watch", arguments, false, PATIENCE).table().note());
        gone = false;
    }

    private void resume(Link link, Map<String, String> arguments) {
        try {
            begin(new CentralLine(link.connection(), central.asBareJid(), terminal), arguments);
        } catch (CliException e) {
            gone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** While nothing is heard: whether central is there, and whether it is back. */
    private void ping(Link link, Map<String, String> arguments) {
        if (!link.isUp()) {
            return;
        }
        link.connection()
                .sendIqRequestAsync(new Ping(central), PATIENCE.toMillis())
                .onSuccess(pong -> heard.offer(() -> {
                    if (gone) {
                        resume(link, arguments);
                    }
                }))
                .onError(e -> heard.offer(this::gone));
    }

    private void gone() {
        if (!gone) {
            gone = true;
            note(terminal.text("board.gone"));
        }
    }

    private void message(Stanza stanza) {
        Message message = (Message) stanza;
        if (stanza.getExtensionElement(Answer.ELEMENT, Namespace.ROLLCALL) instanceof XmlNode node) {
            heard.offer(() -> print(message.getBody(), node));
        }
    }

    private void print(String body, XmlNode node) {
        try {
            Table table = Answer.from(node).table();
            if (table.rows().isEmpty()) {
                gone();
            } else if (json) {
                table.rows().forEach(row -> terminal.out().println(Json.of(TablePrinter.row(table.columns(), row))));
            } else {
                terminal.out().println(body);
            }
            terminal.out().flush();
        } catch (MalformedException e) {
            note(terminal.text("board.malformed", e.getMessage()));
        }
    }

    /** Not part of what a pipe reads. */
    private void note(String text) {
        terminal.err().println(text);
        terminal.err().flush();
    }
}
