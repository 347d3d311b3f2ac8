package org.rollcall.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.run.PrintingProgram;
import org.rollcall.agent.settings.AgentSettings.Program;
import org.rollcall.xmpp.command.Refusal.Reason;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;

class RunCommandTest {
    private final Asking asking = new Asking();

    private void program(String name, Role role, Duration timeout, String... arguments) {
        asking.programs.put(name, new Program(PrintingProgram.commandLine(arguments), role, timeout));
    }

    @Test
    void aNamedProgramsOutputComesLineByLineWithItsExitCode() throws Exception {
        program("hello", Role.ADMIN, Duration.ofMinutes(1), "print", "one\ntwo\u0001\n", "exit", "3");

        Table table = asking.ask("run", "program", "hello");

        assertEquals(
                List.of(List.of("output", "one"), List.of("output", "two\uFFFD"), List.of("exit", "3")), table.rows());
        assertTrue(table.note().startsWith("Exit code 3 after "), table.note());
    }

    @Test
    void whatTheSettingsDoNotNameIsNotRun() {
        assertEquals(
                Reason.ITEM_NOT_FOUND,
                asking.refused("run", "program", "cmd.exe").reason());
    }

    @Test
    void aProgramHasARoleOfItsOwn() {
        program("hello", Role.OPERATOR, Duration.ofMinutes(1), "exit", "0");
        program("update", Role.ADMIN, Duration.ofMinutes(1), "exit", "0");
        asking.role = Role.OPERATOR;

        assertEquals(Role.OPERATOR, asking.command("run").role());
        assertEquals(
                Reason.FORBIDDEN, asking.refused("run", "program", "update").reason());
    }

    @Test
    void withoutProgramsItIsForAdministratorsAndRefuses() {
        assertEquals(Role.ADMIN, asking.command("run").role());
        assertEquals(List.of(), asking.command("run").parameters().get(0).choices());
    }

    @Test
    void aProgramThatIsNotWhereTheSettingsSayIsToldOf() {
        asking.programs.put(
                "gone",
                new Program(List.of(Path.of("absent").toAbsolutePath().toString()), Role.ADMIN, Duration.ofSeconds(5)));
        asking.programs.put("relative", new Program(List.of("java"), Role.ADMIN, Duration.ofSeconds(5)));

        assertEquals(
                Reason.INTERNAL_SERVER_ERROR,
                asking.refused("run", "program", "gone").reason());
        assertEquals(
                Reason.NOT_ALLOWED, asking.refused("run", "program", "relative").reason());
    }

    @Test
    void itsTimeLimitLeavesRoomForTheLongestProgram() {
        program("short", Role.ADMIN, Duration.ofSeconds(5), "exit", "0");
        program("long", Role.ADMIN, Duration.ofMinutes(2), "exit", "0");

        assertTrue(asking.command("run").timeLimit().compareTo(Duration.ofMinutes(2)) > 0);
    }
}
