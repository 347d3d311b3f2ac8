package org.rollcall.cli.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.rollcall.cli.Terminal;
import org.rollcall.xmpp.asking.MachineCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollcall ask WHOM COMMAND [k=v…]}. */
@Command(name = "ask")
public final class AskVerb implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private AskOptions options;

    @Option(names = "--order", descriptionKey = "option.order")
    private boolean order;

    @Parameters(index = "0", paramLabel = "WHOM", descriptionKey = "parameter.whom")
    private String whom;

    @Parameters(index = "1", paramLabel = "COMMAND", descriptionKey = "parameter.command")
    private String command;

    @Parameters(index = "2..*", paramLabel = "NAME=VALUE", descriptionKey = "parameter.arguments")
    private List<String> arguments = new ArrayList<>();

    public AskVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        return options.ask(whom, MachineCommand.of(command, order), arguments, terminal);
    }
}
