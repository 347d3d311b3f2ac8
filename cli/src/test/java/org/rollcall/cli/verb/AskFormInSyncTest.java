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
import org.rollcall.xmpp.command.Command;

/** The short forms are the agent's commands. */
class AskFormInSyncTest {

    @Test
    void eachCommandOfTheAgentHasItsShortFormInTheSameOrder() {
        assertEquals(
                commands().stream().map(Command::name).toList(),
                AskForm.ALL.stream().map(AskForm::command).toList());
    }

    @Test
    void whatChangesTheMachineThereIsAnOrderHereAndIsWaitedForLongEnough() {
        for (Command command : commands()) {
            AskForm form = AskForm.of(command.name(), !command.changes());
            assertEquals(command.changes(), form.order(), command.name());
            assertTrue(form.timeout().compareTo(command.timeLimit()) > 0, command.name());
        }
    }

    private static List<Command> commands() {
        AgentSettings settings =
                new AgentSettings(null, null, null, Path.of("."), Duration.ZERO, Duration.ZERO, Map.of(), List.of());
        return AgentCommands.all(
                null, settings, n -> List.of(), List::of, new RecentLog(1, 1), new LogLevel(), Clock.systemUTC());
    }
}
