package org.rollcall.xmpp.dialogue;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.util.PacketParserUtils;
import org.jivesoftware.smack.xml.SmackXmlParser;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jxmpp.JxmppContext;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.xmpp.command.Access;
import org.rollcall.xmpp.command.Audit;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.CommandRunner;
import org.rollcall.xmpp.command.CommandTexts;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.entity.Disco;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.entity.EntityInfo;
import org.rollcall.xmpp.frontend.adhoc.AdHocFrontEnd;
import org.rollcall.xmpp.frontend.ask.AskFrontEnd;
import org.rollcall.xmpp.frontend.chat.ChatFrontEnd;
import org.rollcall.xmpp.stanza.RollcallProviders;

/** A machine with invented commands behind the real front ends, spoken to in XML as its connection would. */
public final class TestMachine implements AutoCloseable {
    public static final String JID = "a201b7@iut.rdz/agent";

    public final FakeClock clock = new FakeClock();
    public final List<Audit.Entry> audited = Collections.synchronizedList(new ArrayList<>());
    public final List<Request> killed = Collections.synchronizedList(new ArrayList<>());
    public volatile Access access;
    /** What the command huge answers, twice in its one row. */
    public volatile String huge;

    private final BlockingQueue<Stanza> sent = new LinkedBlockingQueue<>();
    private final CommandRunner runner;
    private final Entity entity;

    public TestMachine() throws Exception {
        RollcallProviders.register();
        access = new Access(
                Map.of(
                        JidCreate.bareFrom("windows@iut.rdz"), Role.VIEWER,
                        JidCreate.bareFrom("teacher@iut.rdz"), Role.VIEWER,
                        JidCreate.bareFrom("admin@iut.rdz"), Role.ADMIN),
                Map.of(),
                Pattern.compile("[a-z]\\d+.*"),
                JidCreate.bareFrom("windows@iut.rdz"));
        EntityFullJid self = JidCreate.entityFullFrom(JID);
        runner = new CommandRunner(commands(), () -> access, audited::add, clock);
        entity = new Entity(sent::add, () -> Optional.of(self), () -> access, audited::add);
        Disco disco = new Disco(entity, "Rollcall agent");
        new EntityInfo(entity, disco, "1.0.0", clock, () -> Optional.of(Duration.ofMinutes(7)));
        new AskFrontEnd(entity, disco, runner, clock);
        new AdHocFrontEnd(entity, disco, runner, new CommandTexts(TestMachine.class), clock);
        new ChatFrontEnd(entity, runner, new CommandTexts(TestMachine.class), List.of(), clock);
    }

    static Stanza parse(String xml) throws Exception {
        RollcallProviders.register();
        XmlPullParser stream =
                SmackXmlParser.newXmlParser(new StringReader("<stream xmlns='jabber:client'>" + xml + "</stream>"));
        stream.next();
        stream.next();
        return PacketParserUtils.parseStanza(stream, XmlEnvironment.EMPTY, JxmppContext.getDefaultContext());
    }

    /** As the stream would hand it over. */
    public void receive(String xml) throws Exception {
        Stanza stanza = parse(xml);
        if (stanza instanceof IQ iq && iq.isRequestIQ()) {
            entity.request(iq);
        } else if (stanza instanceof Message message) {
            entity.message(message);
        }
    }

    public BlockingQueue<Stanza> sent() {
        return sent;
    }

    @Override
    public void close() {
        runner.close();
    }

    private List<Command> commands() {
        List<Column> processes = List.of(
                Column.text("name"),
                Column.count("pid"),
                Column.bytes("memory"),
                Column.text("user"),
                Column.duration("cpu"));
        Instant boot = Instant.parse("2026-11-22T06:58:12Z");
        List<Command> commands = new ArrayList<>(dialogueCommands(processes, boot));
        List<Column> wide = List.of(Column.text("one"), Column.text("two"));
        commands.add(FakeCommand.question(
                "huge", List.of(), wide, request -> Table.of(wide, List.of(List.of(huge, huge)))));
        return commands;
    }

    private List<Command> dialogueCommands(List<Column> processes, Instant boot) {
        return List.of(
                FakeCommand.question(
                        "processes",
                        List.of(
                                Parameter.optional("user", Parameter.Type.TEXT),
                                Parameter.choice("sort", "memory", "cpu"),
                                Parameter.optional("all", Parameter.Type.FLAG)),
                        processes,
                        request -> Table.of(
                                processes,
                                List.of(
                                        Arrays.asList(
                                                "WINWORD.EXE",
                                                444L,
                                                48_728L * 1024,
                                                "IUT\\kevin.marchais",
                                                Duration.ofSeconds(4)),
                                        Arrays.asList("System", 4L, 155_648L, null, Duration.ofHours(30))))),
                FakeCommand.question(
                        "boot",
                        List.of(),
                        List.of(Column.time("boot")),
                        request -> Table.of(List.of(Column.time("boot")), List.of(List.of(boot)))),
                FakeCommand.question(
                        "many",
                        List.of(Parameter.required("rows", Parameter.Type.COUNT)),
                        List.of(Column.count("n"), Column.text("what")),
                        request -> Table.of(
                                List.of(Column.count("n"), Column.text("what")),
                                java.util.stream.LongStream.rangeClosed(
                                                1, request.count("rows").orElseThrow())
                                        .mapToObj(n -> List.<Object>of(n, "row " + n))
                                        .toList())),
                FakeCommand.question("broken", List.of(), List.of(Column.text("x")), request -> {
                    throw new IllegalStateException("this one always fails, on purpose");
                }),
                FakeCommand.order(
                        "kill",
                        List.of(Parameter.required("pid", Parameter.Type.COUNT)),
                        List.of(Column.text("result")),
                        request -> {
                            if (request.count("pid").orElseThrow() == 4) {
                                throw new Refusal(Refusal.Reason.NOT_ALLOWED, "Windows protects this process.");
                            }
                            killed.add(request);
                            return Table.of(List.of(Column.text("result")), List.of(List.of("done")));
                        }));
    }
}
