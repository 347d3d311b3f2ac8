package org.rollcall.agent.service;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jivesoftware.smack.packet.XmlElement;
import org.rollcall.agent.command.AgentCommands;
import org.rollcall.agent.command.format.QuserFormat;
import org.rollcall.agent.command.format.TasklistFormat;
import org.rollcall.xmpp.Version;
import org.rollcall.xmpp.command.Access;
import org.rollcall.xmpp.command.AuditLog;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.CommandRunner;
import org.rollcall.xmpp.command.CommandTexts;
import org.rollcall.xmpp.entity.Disco;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.entity.EntityInfo;
import org.rollcall.xmpp.frontend.adhoc.AdHocFrontEnd;
import org.rollcall.xmpp.frontend.ask.AskFrontEnd;
import org.rollcall.xmpp.frontend.chat.ChatFrontEnd;
import org.rollcall.xmpp.link.Link;

/** All that answers: one runner with all commands, behind each front end. */
final class Answering implements AutoCloseable {
    private final CommandRunner runner;
    private final Disco disco;
    private final Entity entity;

    Answering(
            Link link,
            Supplier<Access> access,
            List<Command> commands,
            Supplier<Optional<Duration>> idle,
            Clock clock) {
        runner = new CommandRunner(commands, access::get, new AuditLog(), clock);
        CommandTexts texts = new CommandTexts(AgentCommands.class);
        entity = Entity.on(link, access::get);
        disco = new Disco(entity, "Rollcall agent");
        new EntityInfo(entity, disco, Version.text(), clock, idle);
        new AskFrontEnd(entity, disco, runner, clock);
        new AdHocFrontEnd(entity, disco, runner, texts, clock);
        new ChatFrontEnd(entity, runner, texts, List.of(new TasklistFormat(), new QuserFormat()), clock);
    }

    /** For what is no command. */
    Entity entity() {
        return entity;
    }

    /** For presence (XEP-0115). */
    List<XmlElement> capabilities() {
        return List.of(disco.caps());
    }

    @Override
    public void close() {
        runner.close();
    }
}
