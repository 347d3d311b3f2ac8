package org.rollcall.cli.verb;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.rollcall.agent.check.Finding;
import org.rollcall.agent.check.LiveChecks;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.agent.settings.AgentSettingsReader;
import org.rollcall.central.park.ParkFiles;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.central.settings.CentralSettingsReader;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.settings.CliSettingsReader;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.SettingValue;
import org.rollcall.xmpp.settings.Source;
import org.rollcall.xmpp.settings.StateFolder;
import org.rollcall.xmpp.table.TextTable;
import org.rollcall.xmpp.text.MachineName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollcall check-config FILE}: every problem at once, else each value in force with its source. */
@Command(name = "check-config")
public final class CheckConfigVerb implements Callable<Integer> {
    /** Whose settings a file holds. */
    enum Program {
        agent,
        central,
        cli
    }

    private final Terminal terminal;

    @Mixin
    private SetOption set;

    @Option(names = "--for", paramLabel = "PROGRAM", descriptionKey = "option.for")
    private Program program;

    @Option(names = "--connect", descriptionKey = "option.connect")
    private boolean connect;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "parameter.file")
    private Path file;

    public CheckConfigVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Problems problems = new Problems(terminal.locale());
        List<Source> sources = set.sources(file, terminal);
        if (connect && program() != Program.agent) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("check.agent-only"));
        }
        List<SettingValue> inForce = inForce(sources, problems);
        SettingsOptions.tell(problems, terminal);
        TextTable table = new TextTable(
                List.of(
                        terminal.text("settings.key"),
                        terminal.text("settings.value"),
                        terminal.text("settings.source")),
                List.of(false, false, false));
        inForce.forEach(value -> table.add(List.of(value.key(), value.value(), value.source())));
        table.lines().forEach(terminal.out()::println);
        int code = connect ? live(sources) : ExitCode.ALL_ANSWERED;
        terminal.out().flush();
        return code;
    }

    /** What the agent would find at this computer. */
    private int live(List<Source> sources) throws InterruptedException {
        AgentSettings settings = new AgentSettingsReader(MachineName.ofThisComputer(), terminal.environment())
                .read(sources, new Problems(terminal.locale()));
        boolean good = true;
        terminal.out().println();
        for (Finding finding : LiveChecks.of(settings, terminal.locale())) {
            terminal.out().println(terminal.text(finding.good() ? "check.good" : "check.bad", finding.sentence()));
            good &= finding.good();
        }
        return good ? ExitCode.ALL_ANSWERED : ExitCode.SOME_DID_NOT;
    }

    private List<SettingValue> inForce(List<Source> sources, Problems problems) {
        return switch (program()) {
            case agent ->
                new AgentSettingsReader(MachineName.ofThisComputer(), terminal.environment())
                        .read(sources, problems)
                        .inForce();
            case central -> central(sources, problems).inForce();
            case cli -> CliSettingsReader.read(sources, problems).inForce();
        };
    }

    /** The files of rooms and people too: a running service would keep what it had, and say so in its log alone. */
    private CentralSettings central(List<Source> sources, Problems problems) {
        CentralSettings settings =
                new CentralSettingsReader(StateFolder.of(terminal.environment())).read(sources, problems);
        ParkFiles.mistakes(settings.park().roomsFile(), settings.park().peopleFile())
                .forEach(mistake -> problems.add(mistake.in(terminal.locale())));
        return settings;
    }

    private Program program() {
        if (program != null) {
            return program;
        }
        Path path = file.getFileName();
        String name = path == null ? "" : path.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(Program.values())
                .filter(other -> name.startsWith(other.name()))
                .findFirst()
                .orElse(Program.agent);
    }
}
