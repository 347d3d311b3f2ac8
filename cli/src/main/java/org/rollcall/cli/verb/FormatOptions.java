package org.rollcall.cli.verb;

import org.rollcall.cli.output.Format;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** {@code --json}, {@code --tsv} or {@code --csv}. */
final class FormatOptions {
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
    }

    Format format() {
        if (choice == null) {
            return Format.TEXT;
        }
        if (choice.json) {
            return Format.JSON;
        }
        return choice.tsv ? Format.TSV : Format.CSV;
    }
}
