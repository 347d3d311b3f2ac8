package org.rollcall.central.web.api;

import java.util.List;

/**
 * A text as a spreadsheet's cell that is no formula, whoever chose the name of a machine or an account.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV injection</a>
 */
final class CsvCell {
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    private CsvCell() {}

    /**
     * One record.
     *
     * @param cells null: empty
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180, section 2</a>
     */
    static String line(List<String> cells, char separator) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                line.append(separator);
            }
            String safe = safe(cells.get(i));
            boolean quoted =
                    safe.indexOf(separator) >= 0 || safe.chars().anyMatch(c -> c == '"' || c == '\r' || c == '\n');
            line.append(quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe);
        }
        return line.append("\r\n").toString();
    }

    static String safe(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        // Some spreadsheets look past spaces, and take full-width signs for the plain ones.
        String start = text.stripLeading();
        boolean formula = STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0
                || (!start.isEmpty() && (STARTS_A_FORMULA + "＝＋－＠").indexOf(start.charAt(0)) >= 0);
        return formula ? "'" + text : text;
    }
}
