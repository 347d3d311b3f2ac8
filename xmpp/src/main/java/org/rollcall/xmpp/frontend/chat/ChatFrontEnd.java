package org.rollcall.xmpp.frontend.chat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jxmpp.jid.Jid;
import org.rollcall.xmpp.command.Call;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.CommandRunner;
import org.rollcall.xmpp.command.CommandTexts;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Reply;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.text.Languages;
import org.rollcall.xmpp.text.Messages;
import org.rollcall.xmpp.text.XmlText;

/** Answers what people type to this machine's JID. */
public final class ChatFrontEnd {
    /** Longer than any command with all its arguments. */
    private static final int LONGEST_LINE = 8 * 1024;

    private static final String FORMAT = "format";

    private final Entity entity;
    private final CommandRunner runner;
    private final CommandTexts texts;
    private final List<ChatFormat> formats;
    private final InstantSource clock;
    private final Confirmations confirmations;
    private final Strangers strangers;

    public ChatFrontEnd(
            Entity entity, CommandRunner runner, CommandTexts texts, List<ChatFormat> formats, InstantSource clock) {
        this.entity = entity;
        this.runner = runner;
        this.texts = texts;
        this.formats = List.copyOf(formats);
        this.clock = clock;
        confirmations = new Confirmations(clock);
        strangers = new Strangers(clock);
        entity.onMessage(this::received);
    }

    private void received(Message message) {
        Jid from = message.getFrom();
        boolean chat = message.getType() == Message.Type.chat || message.getType() == Message.Type.normal;
        String body = message.getBody();
        if (!chat || body == null || body.isBlank() || entity.isOwn(from) || entity.isSelf(from)) {
            return;
        }
        Locale locale = Languages.of(message.getLanguage());
        if (entity.access().roleOf(from).isEmpty()) {
            stranger(message, body, locale);
        } else if (isDelayed(message)) {
            // Servers store what is typed to a machine that is off and deliver it at its next start.
            say(message, text(locale, "refused.delayed"));
        } else if (body.length() > LONGEST_LINE) {
            say(message, text(locale, "refused.long", Integer.toString(LONGEST_LINE)));
        } else {
            line(message, body.strip(), locale);
        }
    }

    private void stranger(Message message, String body, Locale locale) {
        if (strangers.mayHear(message.getFrom())) {
            // The runner refuses, and the audit has it; of the text only its first word counts as a command's name.
            String word = body.strip().split("\\s", 2)[0];
            run(message, call(message, word, Map.of(), locale), null);
        }
    }

    private void line(Message message, String line, Locale locale) {
        boolean yes = Confirmations.isYes(line);
        if (yes || Confirmations.isNo(line)) {
            Optional<Call> waiting = confirmations.take(message.getFrom());
            if (waiting.isEmpty()) {
                say(message, text(locale, "confirm.nothing"));
            } else if (yes) {
                run(message, waiting.get(), null);
            } else {
                say(message, text(locale, "confirm.no"));
            }
            return;
        }
        // Whatever else is said instead of yes takes the question back.
        confirmations.take(message.getFrom());
        try {
            ChatLine parsed = ChatLine.parse(line);
            Optional<Command> command = runner.find(parsed.command());
            Map<String, String> arguments =
                    parsed.arguments(command.map(Command::parameters).orElse(List.of()));
            ChatFormat format = format(parsed.command(), arguments, locale);
            Call call = call(message, parsed.command(), arguments, locale);
            if (command.isPresent() && command.get().changes()) {
                runner.check(call);
                confirmations.ask(call);
                say(message, text(locale, "confirm.ask", line));
            } else {
                run(message, call, format);
            }
        } catch (ChatLine.BadLineException e) {
            say(message, text(locale, e.key, e.part));
        } catch (Refusal refusal) {
            say(message, refusal.getMessage());
        }
    }

    /** Takes {@code format} out of the arguments, unless it is the command's own. */
    private ChatFormat format(String command, Map<String, String> arguments, Locale locale) throws Refusal {
        List<ChatFormat> known = formats.stream()
                .filter(format -> format.command().equals(command))
                .toList();
        if (known.isEmpty() || !arguments.containsKey(FORMAT)) {
            return null;
        }
        String name = arguments.remove(FORMAT);
        for (ChatFormat format : known) {
            if (format.name().equals(name)) {
                return format;
            }
        }
        String names = String.join(", ", known.stream().map(ChatFormat::name).toList());
        throw new Refusal(Refusal.Reason.BAD_REQUEST, text(locale, "refused.format", name, names));
    }

    private static Call call(Message message, String command, Map<String, String> arguments, Locale locale) {
        return new Call(message.getFrom(), null, command, arguments, locale, true, "chat");
    }

    private void run(Message message, Call call, ChatFormat format) {
        runner.run(call, new Reply() {
            @Override
            public void answered(Table table, Instant at) {
                Locale locale = call.locale();
                if (format != null) {
                    say(
                            message,
                            ChatAnswer.of(format.render(table, locale).lines().toList(), 0, table.note(), locale));
                    return;
                }
                List<String> lines = new ChatTable(texts, locale, clock.withZone(ZoneId.systemDefault())).lines(table);
                say(message, ChatAnswer.of(lines, 1, table.note(), locale));
            }

            @Override
            public void refused(Refusal refusal) {
                say(message, refusal.getMessage());
            }

            @Override
            public void progress(String sentence) {
                say(message, sentence);
            }
        });
    }

    private void say(Message to, String text) {
        MessageBuilder message = StanzaBuilder.buildMessage(UUID.randomUUID().toString())
                .to(to.getFrom())
                .ofType(Message.Type.chat)
                .setBody(XmlText.clean(text));
        if (to.getThread() != null) {
            message.setThread(to.getThread());
        }
        entity.send(message.build());
    }

    private static boolean isDelayed(Message message) {
        return message.hasExtension("delay", "urn:xmpp:delay") || message.hasExtension("x", "jabber:x:delay");
    }

    private static String text(Locale locale, String key, Object... arguments) {
        return Messages.beside(ChatFrontEnd.class, locale).text(key, arguments);
    }
}
