package org.rollcall.central.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jivesoftware.smack.packet.XmlElement;
import org.rollcall.xmpp.Version;
import org.rollcall.xmpp.command.Audit;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.CommandRunner;
import org.rollcall.xmpp.command.Roles;
import org.rollcall.xmpp.entity.Disco;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.entity.EntityInfo;
import org.rollcall.xmpp.frontend.adhoc.AdHocFrontEnd;
import org.rollcall.xmpp.frontend.ask.AskFrontEnd;
import org.rollcall.xmpp.frontend.chat.ChatFrontEnd;

/** Answers people's questions to the central JID: one runner with all commands, behind each front end. */
public final class CentralAnswering implements AutoCloseable {
    /** More than an agent's: a question to the whole park holds one of them until the slowest machine has answered. */
    private static final int THREADS = 16;

    private final CommandRunner runner;
    private final Disco disco;

    /** @param entity on a link that has not started yet */
    public CentralAnswering(
            Entity entity, Supplier<? extends Roles> roles, List<Command> commands, Audit audit, InstantSource clock) {
        runner = new CommandRunner(commands, roles, audit, clock, THREADS);
        disco = new Disco(entity, "Rollcall central");
        new EntityInfo(entity, disco, Version.text(), clock, Optional::empty);
        new AskFrontEnd(entity, disco, runner, clock);
        new AdHocFrontEnd(entity, disco, runner, CentralCommands.TEXTS, clock);
        new ChatFrontEnd(entity, runner, CentralCommands.TEXTS, List.of(), clock);
    }

    /** For presence (XEP-0115). */
    public List<XmlElement> capabilities() {
        return List.of(disco.caps());
    }

    @Override
    public void close() {
        runner.close();
    }
}
