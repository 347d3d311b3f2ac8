package org.rollcall.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.PresenceBuilder;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.xmpp.command.Access;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.CommandRunner;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.entity.Disco;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.frontend.ask.AskFrontEnd;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.link.LinkSettings;
import org.rollcall.xmpp.link.SmackLink;
import org.rollcall.xmpp.stanza.Machine;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.SessionState;

/** A machine on a loopback server that answers by the real front end from fixed tables. */
final class ScriptedAgent implements AutoCloseable {
    private static final Instant SINCE = Instant.parse("2026-11-22T12:09:56Z");

    private final Link link;
    private final CommandRunner runner;
    private final List<String> orders = new CopyOnWriteArrayList<>();

    ScriptedAgent(LoopbackServer server, String name) throws Exception {
        this(server, name, null);
    }

    /** @param user who sits there; null: nobody */
    ScriptedAgent(LoopbackServer server, String name, String user) throws Exception {
        link = new SmackLink(link(server, name, "agent"));
        BareJid admin = JidCreate.bareFrom("admin@" + server.domain());
        BareJid central = JidCreate.bareFrom("windows@" + server.domain());
        Access access = new Access(Map.of(admin, Role.ADMIN, central, Role.OPERATOR), Map.of(), null, central);
        Entity entity = Entity.on(link, () -> access);
        runner = new CommandRunner(
                List.of(sessions(name), processes(), logoff(), slow()), () -> access, entry -> {}, Clock.systemUTC());
        new AskFrontEnd(entity, new Disco(entity, "Rollcall agent"), runner, Clock.systemUTC());
        CountDownLatch up = new CountDownLatch(1);
        link.addListener(new LinkListener() {
            @Override
            public void up(XMPPConnection connection) {
                MachineState state = new MachineState(
                        name.toUpperCase(java.util.Locale.ROOT),
                        SINCE,
                        SINCE,
                        "10.2.3.26",
                        null,
                        "1",
                        "j",
                        0,
                        user == null ? List.of() : List.of(session(user)),
                        0);
                link.trySend(PresenceBuilder.buildPresence()
                        .ofType(Presence.Type.available)
                        .addExtension(Machine.toXml(state))
                        .build());
                up.countDown();
            }
        });
        link.start();
        assertTrue(up.await(20, TimeUnit.SECONDS), "the scripted agent did not sign in");
    }

    static LinkSettings link(LoopbackServer server, String user, String resource) {
        return new LinkSettings(
                server.domain(),
                server.host(),
                server.port(),
                user,
                "secret"::toCharArray,
                resource,
                null,
                server.certificateSha256(),
                null,
                null,
                false,
                0,
                LinkSettings.DEFAULT_CONNECT_TIMEOUT,
                LinkSettings.DEFAULT_REPLY_TIMEOUT,
                LinkSettings.DEFAULT_PING_EVERY,
                LinkSettings.DEFAULT_PING_TIMEOUT);
    }

    private static SessionState session(String user) {
        return new SessionState(1, "u1", user, "IUT", null, "active", "console", SINCE, false, null, null);
    }

    /** The users that were logged off, in order. */
    List<String> orders() {
        return orders;
    }

    Link link() {
        return link;
    }

    @Override
    public void close() {
        link.close();
        runner.close();
    }

    private interface Answers {
        Table to(Request request) throws InterruptedException;
    }

    private record Scripted(Signature signature, Answers answers) implements Command {
        @Override
        public Table answer(Request request) throws InterruptedException {
            return answers.to(request);
        }
    }

    private static Command sessions(String machine) {
        Signature signature = Signature.question("sessions", Role.VIEWER)
                .giving(Column.text("user"), Column.time("since"), Column.count("session"));
        return new Scripted(signature, request -> {
            String nobody = request.locale().getLanguage().equals("fr") ? "Personne" : "Nobody";
            return machine.endsWith("b9")
                    ? new Table(signature.columns(), List.of(), nobody)
                    : Table.of(signature.columns(), List.of(List.of("=" + machine + ".user", SINCE, 1L)));
        });
    }

    /** Enough for several parts. */
    private static Command processes() {
        Signature signature = Signature.question("processes", Role.VIEWER)
                .giving(Column.text("name"), Column.bytes("memory"), Column.duration("cpu"));
        return new Scripted(signature, request -> {
            List<List<Object>> rows = new ArrayList<>();
            for (long i = 0; i < 5000; i++) {
                rows.add(List.of(
                        "a process with a long name, number " + i + " of many\there.exe",
                        i << 20,
                        Duration.ofSeconds(i)));
            }
            return Table.of(signature.columns(), rows);
        });
    }

    private Command logoff() {
        Signature signature = Signature.order("logoff", Role.OPERATOR)
                .taking(Parameter.required("user", Parameter.Type.TEXT))
                .giving(Column.text("user"));
        return new Scripted(signature, request -> {
            String user = request.text("user").orElseThrow();
            orders.add(user);
            return Table.of(signature.columns(), List.of(List.of(user)));
        });
    }

    private static Command slow() {
        return new Scripted(Signature.question("slow", Role.VIEWER).giving(Column.text("never")), request -> {
            new CountDownLatch(1).await();
            throw new AssertionError("nobody counts it down");
        });
    }
}
