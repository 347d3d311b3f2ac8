package org.rollcall.cli.verb;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.central.settings.CentralSettingsReader;
import org.rollcall.central.store.StoreException;
import org.rollcall.central.store.StoreSettings;
import org.rollcall.central.store.sql.Backup;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollcall backup} and {@code rollcall restore}: central's store in one file, and back. */
public final class BackupVerbs {
    private BackupVerbs() {}

    /** What both take. */
    abstract static class Verb implements Callable<Integer> {
        private final Terminal terminal;

        @Option(names = "--config", required = true, paramLabel = "FILE", descriptionKey = "option.central-config")
        private Path config;

        @Mixin
        private SetOption set;

        @Parameters(index = "0", paramLabel = "BACKUP", descriptionKey = "parameter.backup")
        private Path file;

        Verb(Terminal terminal) {
            this.terminal = terminal;
        }

        /** The line that tells what was done. */
        abstract String act(Backup backup, Path file, Terminal terminal);

        @Override
        public final Integer call() {
            Problems problems = new Problems(terminal.locale());
            CentralSettings.Store store = new CentralSettingsReader(StateFolder.of(terminal.environment()))
                    .read(set.sources(config, terminal), problems)
                    .store();
            SettingsOptions.tell(problems, terminal);
            try {
                Backup backup = new Backup(new StoreSettings(store.url(), store.user(), store.password()));
                terminal.out().println(act(backup, file.toAbsolutePath(), terminal));
                terminal.out().flush();
                return 0;
            } catch (StoreException e) {
                throw new CliException(ExitCode.NONE_DID, e.getMessage());
            }
        }
    }

    /** Writes a copy, also while central runs. */
    @Command(name = "backup")
    public static final class BackupVerb extends Verb {
        public BackupVerb(Terminal terminal) {
            super(terminal);
        }

        @Override
        String act(Backup backup, Path file, Terminal terminal) {
            backup.write(file);
            return terminal.text("backup.done", file);
        }
    }

    /** Puts a copy back, while central does not run. */
    @Command(name = "restore")
    public static final class RestoreVerb extends Verb {
        public RestoreVerb(Terminal terminal) {
            super(terminal);
        }

        @Override
        String act(Backup backup, Path file, Terminal terminal) {
            Optional<Path> aside = backup.restore(file);
            return aside.map(old -> terminal.text("restore.kept", file, old))
                    .orElseGet(() -> terminal.text("restore.done", file));
        }
    }
}
