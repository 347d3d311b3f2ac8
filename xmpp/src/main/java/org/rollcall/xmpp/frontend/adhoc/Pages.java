package org.rollcall.xmpp.frontend.adhoc;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.CommandTexts;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.frontend.XmlSize;
import org.rollcall.xmpp.stanza.XmlNode;
import org.rollcall.xmpp.table.CellText;

/** One answer, as tables of a size that servers let pass; the cells as people read them. */
final class Pages {
    static final int MOST_ROWS = 200;
    /** In bytes: 200 KiB at most are handed to the link, and the form has a frame. */
    static final int LARGEST = 180 * 1024;
    /** What the tags of one cell take. */
    private static final int CELL_FRAME = 60;

    private final Table table;
    private final CommandTexts texts;
    private final Locale locale;
    private final CellText cells;
    /** Where each page seen so far begins; the last is the one shown. */
    private final List<Integer> starts = new ArrayList<>(List.of(0));

    private int end;

    Pages(Table table, CommandTexts texts, Locale locale, Clock clock) {
        this.table = table;
        this.texts = texts;
        this.locale = locale;
        cells = new CellText(locale, clock);
    }

    boolean hasNext() {
        return end < table.rows().size();
    }

    boolean hasPrevious() {
        return starts.size() > 1;
    }

    boolean isOnlyOne() {
        return !hasNext() && !hasPrevious();
    }

    void next() {
        starts.add(end);
    }

    void previous() {
        starts.remove(starts.size() - 1);
    }

    /** {@code Rows 201 to 400 of 612}; ask after {@link #page}. */
    String position() {
        return AdHoc.text(
                locale,
                "page.rows",
                Integer.toString(start() + 1),
                Integer.toString(end),
                Integer.toString(table.rows().size()));
    }

    String note() {
        return table.note();
    }

    /** The page that is turned to. */
    XmlNode page(String title) {
        XmlNode form = new XmlNode("x", AdHoc.FORMS).with("type", "result");
        form.child("title").text(title);
        XmlNode reported = form.child("reported");
        for (Column column : table.columns()) {
            reported.child("field")
                    .with("var", column.name())
                    .with("type", "text-single")
                    .with("label", texts.column(column.name(), locale));
        }
        int size = 0;
        end = start();
        while (end < table.rows().size() && end - start() < MOST_ROWS) {
            XmlNode item = new XmlNode("item", AdHoc.FORMS);
            size += fill(item, table.rows().get(end));
            if (size > LARGEST && end > start()) {
                break;
            }
            form.add(item);
            end++;
        }
        return form;
    }

    private int start() {
        return starts.get(starts.size() - 1);
    }

    private int fill(XmlNode item, List<Object> row) {
        int size = CELL_FRAME;
        int share = LARGEST / 2 / row.size();
        for (int i = 0; i < row.size(); i++) {
            Column column = table.columns().get(i);
            String text = row.get(i) == null ? "" : XmlSize.cut(cell(column, row.get(i)), share);
            item.child("field").with("var", column.name()).child("value").text(text);
            size += CELL_FRAME + column.name().length() + XmlSize.of(text);
        }
        return size;
    }

    private String cell(Column column, Object value) {
        return column.type() == Column.Type.TEXT
                ? texts.value(column.name(), (String) value, locale)
                : cells.of(column.type(), value);
    }
}
