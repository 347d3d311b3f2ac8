package org.rollcall.central.park;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.rollcall.xmpp.text.XmlText;

/**
 * A table in a file, as spreadsheets and editors write it: UTF-8 with a byte order mark or without, columns separated by
 * comma or semicolon (French Excel's), a header line in any order and case; lines that begin with # are comments.
 */
final class CsvTable {
    private static final int LARGEST = 8 << 20;
    private static final int MOST_LINES = 100_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Mistakes mistakes;
    private final Set<String> known;
    private final Set<String> required;

    private CsvTable(Mistakes mistakes, Set<String> known, Set<String> required) {
        this.mistakes = mistakes;
        this.known = known;
        this.required = required;
    }

    /** One line; {@link #get} is null for what is blank or not there. */
    record Row(long line, Map<String, String> cells) {
        String get(String column) {
            return cells.get(column);
        }
    }

    /** The good lines; what is wrong with others is among the mistakes. */
    static List<Row> read(Path file, Set<String> known, Set<String> required, Mistakes mistakes) {
        String text = text(file, mistakes);
        return text == null ? List.of() : new CsvTable(mistakes, known, required).rows(text);
    }

    private static String text(Path file, Mistakes mistakes) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                mistakes.add(0, "file.large", LARGEST >> 20);
                return null;
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            mistakes.add(0, "file.missing", file.toAbsolutePath());
        } catch (CharacterCodingException e) {
            mistakes.add(0, "file.utf8");
        } catch (IOException e) {
            mistakes.add(0, "file.unreadable", e.getMessage());
        }
        return null;
    }

    private List<Row> rows(String text) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .setCommentMarker('#')
                .get();
        List<Row> rows = new ArrayList<>();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                mistakes.add(0, "file.empty", String.join(",", new TreeSet<>(required)));
                return rows;
            }
            CSVRecord first = records.next();
            List<String> header = header(first, parser.getCurrentLineNumber());
            while (header != null && records.hasNext()) {
                CSVRecord record = records.next();
                line = parser.getCurrentLineNumber();
                if (rows.size() >= MOST_LINES) {
                    mistakes.add(line, "file.long", MOST_LINES);
                    break;
                }
                row(record, line, header, rows);
            }
        } catch (IOException | UncheckedIOException e) {
            // Only quotes can be wrong in CSV; the parser cannot go on after them.
            mistakes.add(line, "csv.quotes");
        }
        return rows;
    }

    /** A spreadsheet chooses by the country's decimal comma. */
    private static char delimiter(String text) {
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (!line.isBlank() && !line.startsWith("#")) {
                return line.indexOf(';') >= 0 ? ';' : ',';
            }
        }
        return ',';
    }

    private List<String> header(CSVRecord record, long line) {
        List<String> header = new ArrayList<>();
        for (String cell : record) {
            String name = cell.strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !known.contains(name)) {
                mistakes.add(line, "column.unknown", XmlText.name(name), String.join(",", new TreeSet<>(known)));
            } else if (!name.isEmpty() && header.contains(name)) {
                mistakes.add(line, "column.twice", name);
            }
            header.add(name);
        }
        Set<String> missing = new TreeSet<>(required);
        missing.removeAll(header);
        for (String name : missing) {
            mistakes.add(line, "column.missing", name, String.join(",", new TreeSet<>(known)));
        }
        return missing.isEmpty() ? header : null;
    }

    private void row(CSVRecord record, long line, List<String> header, List<Row> rows) {
        Map<String, String> cells = new HashMap<>();
        boolean good = true;
        for (int i = 0; i < record.size(); i++) {
            String cell = record.get(i).strip();
            if (cell.isEmpty()) {
                continue;
            }
            if (i >= header.size() || header.get(i).isEmpty()) {
                mistakes.add(line, "line.long", header.size());
                good = false;
                break;
            }
            if (cell.length() > XmlText.LONGEST_NAME || !cell.equals(XmlText.name(cell))) {
                mistakes.add(line, "cell.bad", header.get(i), XmlText.LONGEST_NAME);
                good = false;
            }
            cells.put(header.get(i), cell);
        }
        if (good && !cells.isEmpty()) {
            rows.add(new Row(line, cells));
        }
    }
}
