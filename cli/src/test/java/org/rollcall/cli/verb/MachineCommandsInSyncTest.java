package org.rollcall.cli.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.command.AgentCommands;
import org.rollcall.agent.log.LogLevel;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.xmpp.asking.MachineCommand;
import org.rollcall.xmpp.command.Command;

/** What those who ask machines know of their commands is what the agent has. */
class MachineCommandsInSyncTest {

    @Test
    void eachCommandOfTheAgentIsKnownInTheSameOrder() {
        assertEquals(
                commands().stream().map(Command::name).toList(),
                MachineCommand.ALL.stream().map(MachineCommand::name).toList());
    }

    @Test
    void roleAndOrderAreAsThereAndItIsWaitedForLongEnough() {
        for (Command command : commands()) {
            MachineCommand form = MachineCommand.of(command.name(), !command.changes());
            assertEquals(command.changes(), form.changes(), command.name());
            assertEquals(command.role(), form.role(), command.name());
            assertTrue(form.timeout().compareTo(command.timeLimit()) > 0, command.name());
        }
    }

    private static List<Command> commands() {
        AgentSettings settings =
                new AgentSettings(null, null, null, Path.of("."), Duration.ZERO, Duration.ZERO, Map.of(), List.of());
        return AgentCommands.all(
                null, () -> settings, n -> List.of(), List::of, new RecentLog(1, 1), new LogLevel(), Clock.systemUTC());
    }
}
