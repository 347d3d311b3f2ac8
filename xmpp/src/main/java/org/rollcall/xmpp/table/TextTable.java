package org.rollcall.xmpp.table;

import java.util.ArrayList;
import java.util.List;

/** Columns aligned by spaces, numbers to the right, for a terminal or a chat window. */
public final class TextTable {
    private static final String GAP = "  ";
    private static final int NARROWEST = 10;

    private final List<String> titles;
    private final List<Boolean> right;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param right for each column, whether it is aligned to the right */
    public TextTable(List<String> titles, List<Boolean> right) {
        this.titles = List.copyOf(titles);
        this.right = List.copyOf(right);
    }

    public void add(List<String> cells) {
        if (cells.size() != titles.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + titles.size() + " columns");
        }
        rows.add(List.copyOf(cells));
    }

    /** The title line, then one line a row; without spaces at the ends of lines. */
    public List<String> lines() {
        return lines(Integer.MAX_VALUE);
    }

    /**
     * The same, in lines of so many characters at most, where that can be had by cutting the longest texts; numbers are
     * never cut.
     */
    public List<String> lines(int most) {
        int[] widths = new int[titles.size()];
        widen(widths, titles);
        rows.forEach(row -> widen(widths, row));
        narrow(widths, most);
        List<String> lines = new ArrayList<>(rows.size() + 1);
        lines.add(line(widths, titles));
        rows.forEach(row -> lines.add(line(widths, row)));
        return lines;
    }

    /** The widest first, and none below what still tells something. */
    private void narrow(int[] widths, int most) {
        long all = (long) GAP.length() * (widths.length - 1);
        for (int width : widths) {
            all += width;
        }
        for (; all > most; all--) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (!right.get(i) && widths[i] > NARROWEST && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    private static void widen(int[] widths, List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], width(cells.get(i)));
        }
    }

    private String line(int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cut(cells.get(i), widths[i]);
            String pad = " ".repeat(widths[i] - width(cell));
            line.append(i == 0 ? "" : GAP).append(right.get(i) ? pad + cell : cell + pad);
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String cell, int width) {
        return width(cell) <= width ? cell : cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + "…";
    }

    /** In code points: exact for Latin scripts, which is what names of users and programs are mostly written in. */
    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
