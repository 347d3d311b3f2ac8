package org.rollcall.agent.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostSheet.Fact;
import org.rollcall.agent.log.LogLevel;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.run.ConsoleCharset;
import org.rollcall.agent.run.ProgramRunner;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.CommandTexts;
import org.rollcall.xmpp.command.HelpCommand;
import org.rollcall.xmpp.stanza.Event;

/** The one list of everything that can be asked of a machine. */
public final class AgentCommands {
    private static final int MOST_OUTPUT = 64 * 1024;

    private AgentCommands() {}

    /**
     * @param settings those in force, which may change
     * @param events the latest N events of the journal, oldest first
     * @param about what the agent knows of itself, for the host's sheet: version, journal, link
     */
    public static List<Command> all(
            Host host,
            Supplier<AgentSettings> settings,
            IntFunction<List<Event>> events,
            Supplier<List<Fact>> about,
            RecentLog log,
            LogLevel level,
            Clock clock) {
        List<Command> commands = new ArrayList<>();
        commands.add(new SessionsCommand(host, clock));
        commands.add(new ProcessesCommand(host));
        commands.add(new HostCommand(host, about));
        commands.add(new EventsCommand(events));
        commands.add(new HelpCommand(() -> commands, new CommandTexts(AgentCommands.class)));
        commands.add(new MessageCommand(host));
        commands.add(new LogoffCommand(host));
        commands.add(new DisconnectCommand(host));
        commands.add(new KillCommand(host));
        commands.add(new WakeNeighbourCommand(host));
        commands.add(PowerCommand.restart(host, clock));
        commands.add(PowerCommand.shutdown(host, clock));
        commands.add(new CancelCommand(host));
        commands.add(new RunCommand(
                () -> settings.get().run(), new ProgramRunner(ConsoleCharset.ofThisSystem(), MOST_OUTPUT)));
        commands.add(new SettingsCommand(() -> settings.get().inForce()));
        commands.add(new LogCommand(log));
        commands.add(new LogLevelCommand(level, clock));
        return Collections.unmodifiableList(commands);
    }
}
