package org.rollcall.central.command;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.CommandTexts;
import org.rollcall.xmpp.command.HelpCommand;

/** The one list of everything that can be asked of central. */
public final class CentralCommands {
    /** What people read about these commands. */
    public static final CommandTexts TEXTS = new CommandTexts(CentralCommands.class);

    private CentralCommands() {}

    public static List<Command> all(CommandParts parts) {
        ZoneId zone = ZoneId.systemDefault();
        Scopes scopes = new Scopes(parts.board(), parts.grants(), parts.roles());
        Sentences sentences = new Sentences(parts.board(), parts.clock(), zone);
        Offices offices = new Offices(parts.office());
        Candidates candidates = new Candidates(offices, parts.rooms());
        List<Command> commands = new ArrayList<>();
        commands.add(new RoomsCommand(scopes, sentences));
        commands.add(new WhoCommand(scopes, sentences));
        commands.add(new MissingCommand(scopes, sentences));
        commands.add(new WhereCommand(scopes, sentences, parts.history()));
        commands.add(new MachineCommand(scopes, parts.machines(), sentences));
        commands.add(new HistoryCommand(scopes, parts.history()));
        commands.add(new LastCommand(scopes, parts.history()));
        commands.add(new UsageCommand(scopes, parts.history(), parts.clock(), zone));
        commands.add(new WatchCommand(scopes, parts.watchers()));
        commands.add(new UnwatchCommand(parts.watchers()));
        commands.add(AskCommand.questions(scopes, parts.asker()));
        commands.add(new HelpCommand(() -> commands, TEXTS));
        commands.add(AskCommand.orders(scopes, parts.asker()));
        commands.add(new WakeCommand(scopes, parts.wake()));
        FleetCommand fleet = new FleetCommand(scopes, parts.machines(), parts.sheets(), parts.clock());
        commands.add(new StatusCommand(
                scopes, parts.board(), parts.machines(), offices, parts.troubles(), parts.storeWritable(), fleet));
        commands.add(fleet);
        commands.add(new AuditCommand(scopes, parts.trail()));
        commands.add(new WaitingCommand(scopes, parts.machines(), offices, parts.troubles()));
        commands.add(DecideCommand.approve(scopes, parts.machines(), candidates));
        commands.add(DecideCommand.refuse(scopes, parts.machines(), candidates));
        commands.add(new EnrolmentCommand(scopes, offices, parts.rooms()));
        commands.add(new OpenEnrolmentCommand(scopes, offices));
        commands.add(new CloseEnrolmentCommand(scopes, offices));
        commands.add(new RenewPasswordCommand(scopes, offices));
        commands.add(new WithdrawCommand(scopes, offices, parts.machines()));
        commands.add(new ExportCommand(scopes, parts.personal()));
        commands.add(new EraseCommand(scopes, parts.personal()));
        return Collections.unmodifiableList(commands);
    }
}
