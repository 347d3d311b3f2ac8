package org.rollcall.cli.verb;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.rollcall.central.park.FileRead;
import org.rollcall.central.park.Room;
import org.rollcall.central.park.RoomsFile;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.provision.Kit;
import org.rollcall.cli.provision.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollcall provision prosody|ejabberd}: what the server and central need on their first day, in one folder. */
@Command(name = "provision")
public final class ProvisionVerb implements Callable<Integer> {
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final Pattern USER = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    /** Whose settings to write. */
    enum Server {
        PROSODY,
        EJABBERD
    }

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "SERVER", descriptionKey = "parameter.server")
    private Server server;

    @Option(names = "--domain", required = true, paramLabel = "DOMAIN", descriptionKey = "option.provision-domain")
    private String domain;

    @Option(names = "--central", paramLabel = "USER", descriptionKey = "option.provision-central")
    private String central = "windows";

    @Option(names = "--admin", paramLabel = "USER", descriptionKey = "option.provision-admin")
    private String admin = "admin";

    @Option(names = "--rooms", paramLabel = "FILE", descriptionKey = "option.provision-rooms")
    private Path rooms;

    @Option(names = "--machine-accounts", descriptionKey = "option.provision-machines")
    private boolean machineAccounts;

    @Option(names = "--out", paramLabel = "FOLDER", descriptionKey = "option.provision-out")
    private Path out = Path.of("rollcall-server");

    public ProvisionVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        require(DOMAIN, domain, "provision.domain");
        require(USER, central, "provision.central");
        require(USER, admin, "provision.admin");
        if (machineAccounts && rooms == null) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("provision.which"));
        }
        Plan plan = new Plan(domain, central, admin, rooms(), machineAccounts);
        Kit kit = server == Server.PROSODY ? Kit.forProsody(plan) : Kit.forEjabberd(plan);
        write(kit);
        kit.names().forEach(name -> terminal.out().println(out.resolve(name)));
        String next = server == Server.PROSODY ? "provision.next.prosody" : "provision.next.ejabberd";
        terminal.out().println(terminal.text(next, out, domain, central, admin));
        terminal.out().flush();
        return 0;
    }

    private void require(Pattern pattern, String text, String otherwise) {
        if (!pattern.matcher(text).matches()) {
            throw new CliException(ExitCode.BAD_USE, terminal.text(otherwise, text));
        }
    }

    private List<Room> rooms() {
        if (rooms == null) {
            return List.of();
        }
        FileRead<List<Room>> read = RoomsFile.read(rooms);
        if (!read.good()) {
            read.mistakes().forEach(mistake -> terminal.err().println(mistake.in(terminal.locale())));
            throw new CliException(ExitCode.BAD_USE, terminal.text("provision.rooms", rooms));
        }
        return read.content();
    }

    private void write(Kit kit) {
        try {
            kit.writeTo(out);
        } catch (FileAlreadyExistsException e) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("provision.there", out));
        } catch (IOException e) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("provision.unwritable", out, e.getMessage()));
        }
    }
}
