package org.rollcall.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING;

import java.util.ResourceBundle;
import org.rollcall.cli.verb.AgentVerb;
import org.rollcall.cli.verb.AskVerb;
import org.rollcall.cli.verb.BackupVerbs;
import org.rollcall.cli.verb.BoardVerb;
import org.rollcall.cli.verb.CentralVerb;
import org.rollcall.cli.verb.CheckConfigVerb;
import org.rollcall.cli.verb.CompletionVerb;
import org.rollcall.cli.verb.DoctorVerb;
import org.rollcall.cli.verb.ListenVerb;
import org.rollcall.cli.verb.ProvisionVerb;
import org.rollcall.cli.verb.SayVerb;
import org.rollcall.cli.verb.ShortVerb;
import org.rollcall.cli.verb.VersionVerb;
import org.rollcall.cli.verb.WatchVerb;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The {@code rollcall} command with its sub-commands; the texts of its help lie in usage.properties. */
@Command(name = "rollcall", versionProvider = Rollcall.VersionText.class)
public final class Rollcall {
    private static final int WIDEST_HELP = 110;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "option.help")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "option.version")
    private boolean version;

    private Rollcall() {}

    /** All sub-commands but those of other modules, which may be added before it is used. */
    public static CommandLine commandLine(Terminal terminal) {
        CommandLine rollcall = new CommandLine(new Rollcall());
        rollcall.addSubcommand(new AskVerb(terminal));
        BoardVerb.addAll(rollcall, terminal);
        rollcall.addSubcommand(new WatchVerb(terminal));
        ShortVerb.addAll(rollcall, terminal);
        rollcall.addSubcommand(new AgentVerb(terminal));
        rollcall.addSubcommand(new CentralVerb(terminal));
        rollcall.addSubcommand(new BackupVerbs.BackupVerb(terminal));
        rollcall.addSubcommand(new BackupVerbs.RestoreVerb(terminal));
        rollcall.addSubcommand(new CheckConfigVerb(terminal));
        rollcall.addSubcommand(new DoctorVerb(terminal));
        rollcall.addSubcommand(new ListenVerb(terminal));
        rollcall.addSubcommand(new ProvisionVerb(terminal));
        rollcall.addSubcommand(new SayVerb(terminal));
        rollcall.addSubcommand(new VersionVerb(terminal));
        rollcall.addSubcommand(new CompletionVerb(terminal));
        return rollcall;
    }

    /** Call when all sub-commands are there; only then it can be executed. */
    public static CommandLine finish(CommandLine rollcall, Terminal terminal) {
        rollcall.setResourceBundle(ResourceBundle.getBundle(
                Rollcall.class.getPackageName() + ".usage",
                terminal.locale(),
                Rollcall.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        rollcall.setOut(terminal.out());
        rollcall.setErr(terminal.err());
        rollcall.setCaseInsensitiveEnumValuesAllowed(true);
        rollcall.setUsageHelpAutoWidth(false);
        rollcall.setUsageHelpWidth(WIDEST_HELP);
        rollcall.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        rollcall.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        rollcall.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, help -> CommandGroups.rendered(help, terminal));
        rollcall.setParameterExceptionHandler((e, arguments) -> {
            terminal.err().println(terminal.text("error", BadUse.sentence(e, terminal)));
            String name = e.getCommandLine().getCommandSpec().qualifiedName();
            terminal.err().println(terminal.text("usage.hint", name));
            terminal.err().flush();
            return ExitCode.BAD_USE;
        });
        rollcall.setExecutionExceptionHandler((e, commandLine, result) -> failed(e, terminal));
        rollcall.setExitCodeExceptionMapper(e -> ExitCode.INTERNAL);
        rollcall.setExecutionStrategy(Rollcall::run);
        return rollcall;
    }

    private static int run(ParseResult result) {
        if (!result.hasSubcommand() && !result.isUsageHelpRequested() && !result.isVersionHelpRequested()) {
            CommandLine rollcall = result.commandSpec().commandLine();
            rollcall.usage(rollcall.getErr());
            return ExitCode.BAD_USE;
        }
        return new CommandLine.RunLast().execute(result);
    }

    private static int failed(Exception e, Terminal terminal) throws Exception {
        if (e instanceof CliException told) {
            terminal.err().println(terminal.text("error", told.getMessage()));
            terminal.err().flush();
            return told.exitCode();
        }
        throw e;
    }

    static final class VersionText implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"rollcall " + org.rollcall.xmpp.Version.text()};
        }
    }
}
