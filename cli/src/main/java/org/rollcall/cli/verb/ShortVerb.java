package org.rollcall.cli.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.rollcall.cli.Terminal;
import org.rollcall.xmpp.asking.MachineCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rollcall sessions WHOM} and its like: {@code ask} with the command's name first. */
@Command
public final class ShortVerb implements Callable<Integer> {
    private static final String HELP = "help";

    private final MachineCommand form;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AskOptions options;

    @Parameters(index = "0", arity = "0..1", paramLabel = "WHOM", descriptionKey = "parameter.whom")
    private String whom;

    @Parameters(index = "1..*", paramLabel = "NAME=VALUE", descriptionKey = "parameter.arguments")
    private List<String> arguments = new ArrayList<>();

    private ShortVerb(MachineCommand form, Terminal terminal) {
        this.form = form;
        this.terminal = terminal;
    }

    /** Adds one for each command of {@link MachineCommand#ALL}. */
    public static void addAll(CommandLine rollcall, Terminal terminal) {
        for (MachineCommand form : MachineCommand.ALL) {
            rollcall.addSubcommand(form.name(), new ShortVerb(form, terminal));
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        if (whom != null) {
            return options.ask(whom, form, arguments, terminal);
        }
        if (form.name().equals(HELP)) {
            // Without a machine to ask, whoever types it wants the help of this program.
            spec.parent().commandLine().usage(terminal.out());
            return 0;
        }
        throw new CommandLine.ParameterException(spec.commandLine(), terminal.text("whom.missing", form.name()));
    }
}
