package org.rollcall.agent.command;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.agent.host.HostSheet.Fact;
import org.rollcall.agent.log.LogLevel;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.agent.settings.AgentSettings.Program;
import org.rollcall.xmpp.command.Asker;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.settings.SettingValue;
import org.rollcall.xmpp.stanza.Event;

/** Asks commands as the runner does, with checked arguments. */
final class Asking {
    final FakeHost host = new FakeHost();
    final List<Event> events = new ArrayList<>();
    final Map<String, Program> programs = new LinkedHashMap<>();
    final List<SettingValue> settings = new ArrayList<>();
    final RecentLog log = new RecentLog(100, 200);
    Role role = Role.ADMIN;
    Locale locale = Locale.ENGLISH;

    List<Command> commands() {
        return AgentCommands.all(
                host,
                () -> new AgentSettings(
                        null, null, null, Path.of("."), Duration.ZERO, Duration.ZERO, programs, settings),
                limit -> events.subList(Math.max(0, events.size() - limit), events.size()),
                () -> List.of(new Fact("agent", "version", "1.0.0")),
                log,
                new LogLevel(),
                Clock.fixed(FakeHost.NOW, ZoneOffset.UTC));
    }

    Command command(String name) {
        return commands().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** @param arguments name, value, name, value… */
    Table ask(String command, Object... arguments) throws Refusal, InterruptedException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            values.put((String) arguments[i], arguments[i + 1]);
        }
        Asker asker = new Asker(JidCreate.entityFullFromOrThrowUnchecked("admin@iut.rdz/desk"), null, role, "chat");
        return command(command).answer(new Request(asker, values, locale));
    }

    Refusal refused(String command, Object... arguments) {
        return assertThrows(Refusal.class, () -> ask(command, arguments));
    }

    List<Object> column(Table table, String name) {
        int index = 0;
        while (!table.columns().get(index).name().equals(name)) {
            index++;
        }
        List<Object> cells = new ArrayList<>();
        for (List<Object> row : table.rows()) {
            cells.add(row.get(index));
        }
        return cells;
    }
}
