package org.rollcall.cli.output;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rows as TSV or CSV, for programs: ids as titles, ISO 8601 times, durations in seconds, unknown empty. */
final class Delimited {
    private Delimited() {}

    static String tsv(List<?> cells) {
        List<String> written = new ArrayList<>();
        for (Object cell : cells) {
            written.add(plain(cell)
                    .replace("\\", "\\\\")
                    .replace("\t", "\\t")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r"));
        }
        return String.join("\t", written);
    }

    static String csv(List<?> cells) {
        List<String> written = new ArrayList<>();
        for (Object cell : cells) {
            String text = cell instanceof String words ? guarded(words) : plain(cell);
            boolean quote = text.indexOf(',') >= 0
                    || text.indexOf('"') >= 0
                    || text.indexOf('\n') >= 0
                    || text.indexOf('\r') >= 0;
            written.add(quote ? '"' + text.replace("\"", "\"\"") + '"' : text);
        }
        return String.join(",", written);
    }

    /**
     * A user or process can be named {@code =HYPERLINK(…)}; a spreadsheet would compute it.
     *
     * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV Injection</a>
     */
    private static String guarded(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String plain(Object cell) {
        if (cell == null) {
            return "";
        }
        return cell instanceof Duration duration ? Json.of(duration) : cell.toString();
    }

    /** Of one line, whatever it was. */
    static String plainLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
