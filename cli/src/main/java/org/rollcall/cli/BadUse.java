package org.rollcall.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one sentence of the user's language; picocli's own are English. */
final class BadUse {
    private BadUse() {}

    static String sentence(ParameterException e, Terminal terminal) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, terminal);
        }
        if (e instanceof picocli.CommandLine.MissingParameterException missing) {
            return missing(missing.getMissing(), terminal, e);
        }
        if (e instanceof OverwrittenOptionException twice) {
            return terminal.text("use.twice", name(twice.getOverwritten()));
        }
        if (e instanceof MutuallyExclusiveArgsException) {
            return terminal.text("use.exclusive");
        }
        if (e.getArgSpec() != null && e.getValue() != null) {
            return value(e.getArgSpec(), e.getValue(), terminal);
        }
        return e.getMessage();
    }

    private static String unmatched(UnmatchedArgumentException e, Terminal terminal) {
        String word = e.getUnmatched().get(0);
        if (e.isUnknownOption()) {
            return terminal.text("use.option", word);
        }
        boolean command = e.getCommandLine().getParent() == null;
        if (!command) {
            return terminal.text("use.more", word);
        }
        List<String> near = Nearest.to(word, e.getCommandLine().getSubcommands().keySet());
        return near.isEmpty()
                ? terminal.text("use.command", word)
                : terminal.text("use.command.near", word, String.join(", ", near));
    }

    private static String value(ArgSpec spec, String value, Terminal terminal) {
        Object[] choices = spec.type().getEnumConstants();
        if (choices == null) {
            return terminal.text("use.value", value, name(spec));
        }
        String or = terminal.text("use.or");
        String words = Stream.of(choices)
                .map(choice -> choice.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(" " + or + " "));
        return terminal.text("use.choice", value, name(spec), words);
    }

    private static String missing(List<ArgSpec> missing, Terminal terminal, ParameterException e) {
        if (missing.isEmpty()) {
            return e.getMessage();
        }
        String names = missing.stream().map(BadUse::name).collect(Collectors.joining(", "));
        boolean option = missing.get(0) instanceof OptionSpec spec && !spec.required();
        return terminal.text(option ? "use.missing.value" : "use.missing", names);
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }
}
