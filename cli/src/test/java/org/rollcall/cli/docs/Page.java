package org.rollcall.cli.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One page for people, in Markdown. */
record Page(Path file, List<String> lines) {
    private static final Path TOP = Path.of("..");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    /** All of them. */
    static List<Page> all() {
        try (Stream<Path> docs = Files.list(TOP.resolve("docs"))) {
            List<Path> files =
                    new ArrayList<>(docs.filter(file -> file.toString().endsWith(".md"))
                            .sorted()
                            .toList());
            files.add(TOP.resolve("README.md"));
            files.add(TOP.resolve("CONTRIBUTING.md"));
            files.add(TOP.resolve("CHANGELOG.md"));
            return files.stream().map(Page::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page of(Path file) {
        try {
            return new Page(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where links lead to, but for other sites. */
    List<String> links() {
        return lines.stream()
                .flatMap(line -> LINK.matcher(line).results().map(link -> link.group(1)))
                .filter(link -> !link.contains("://"))
                .toList();
    }

    /** The anchors of its headings, as GitHub makes them: lower case, no punctuation, dashes for blanks. */
    List<String> anchors() {
        return lines.stream()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "").strip().toLowerCase(Locale.ROOT))
                .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    /** What is set as code: within a line, and lines of their own. */
    List<String> code() {
        List<String> code = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("    ")) {
                code.add(line.strip());
            } else {
                CODE.matcher(line).results().map(part -> part.group(1)).forEach(code::add);
            }
        }
        return code;
    }

    /** Its shape: which kind of line follows which, so that two languages can be compared. */
    List<String> shape() {
        return lines.stream()
                .filter(line -> line.matches("(#+ |\\||- |\\d+\\. |    ).*"))
                .map(line -> line.replaceFirst("^(#+ |\\||- |\\d+\\. |    )(.*)$", "$1"))
                .toList();
    }

    /** All places where the pattern stands in code. */
    List<MatchResult> inCode(Pattern pattern) {
        return code().stream().flatMap(code -> pattern.matcher(code).results()).toList();
    }
}
