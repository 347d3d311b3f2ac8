package org.rollcall.cli.verb;

import org.rollcall.cli.output.Format;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --format}, or shorter {@code --json}, {@code --tsv} or {@code --csv}. */
final class FormatOptions {
    private static final String PROCESSES = "processes";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @ArgGroup
    private Choice choice;

    /** At most one of them. */
    static final class Choice {
        @Option(names = "--json", descriptionKey = "option.json")
        private boolean json;

        @Option(names = "--tsv", descriptionKey = "option.tsv")
        private boolean tsv;

        @Option(names = "--csv", descriptionKey = "option.csv")
        private boolean csv;

        @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "option.format")
        private Format format;
    }

    /** For this command of a machine, or of central. */
    Format format(String command, String refusal) {
        Format format = format();
        if (format.isTasklist() && !command.equals(PROCESSES)) {
            throw new ParameterException(spec.commandLine(), refusal);
        }
        return format;
    }

    private Format format() {
        if (choice == null) {
            return Format.TEXT;
        }
        if (choice.format != null) {
            return choice.format;
        }
        if (choice.json) {
            return Format.JSON;
        }
        return choice.tsv ? Format.TSV : Format.CSV;
    }
}
