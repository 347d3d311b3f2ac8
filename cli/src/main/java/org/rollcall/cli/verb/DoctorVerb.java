package org.rollcall.cli.verb;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rollcall.central.settings.CentralSettingsReader;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.doctor.Examination;
import org.rollcall.cli.doctor.ServerKind;
import org.rollcall.cli.output.Json;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.StateFolder;
import org.rollcall.xmpp.settings.XmppSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rollcall doctor}: what is wrong with the XMPP server, from outside, and what to change. */
@Command(name = "doctor")
public final class DoctorVerb implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private SettingsOptions options;

    @Option(names = "--central", paramLabel = "FILE", descriptionKey = "option.doctor-central")
    private Path central;

    @Option(names = "--administrator", descriptionKey = "option.doctor-administrator")
    private boolean administrator;

    @Option(names = "--server", paramLabel = "KIND", descriptionKey = "option.doctor-server")
    private ServerKind server = ServerKind.OTHER;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    public DoctorVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        XmppSettings settings = central == null ? options.cli(terminal).xmpp() : centrals();
        Examination examination = Examination.of(settings, administrator, server, terminal);
        if (json) {
            terminal.out().println(Json.of(examination.document(terminal.locale())));
        } else {
            examination.lines(terminal).forEach(terminal.out()::println);
        }
        terminal.out().flush();
        return examination.isGood() ? ExitCode.ALL_ANSWERED : ExitCode.SOME_DID_NOT;
    }

    private XmppSettings centrals() {
        Problems problems = new Problems(terminal.locale());
        XmppSettings settings = new CentralSettingsReader(StateFolder.of(terminal.environment()))
                .read(new SetOption().sources(central, terminal), problems)
                .xmpp();
        SettingsOptions.tell(problems, terminal);
        return settings;
    }
}
