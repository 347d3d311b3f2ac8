package org.rollcall.central.web.api;

import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.rollcall.central.store.History;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.central.store.SessionRow;
import org.rollcall.central.web.ApiException;
import org.rollcall.central.web.Query;
import org.rollcall.central.web.Viewer;
import org.rollcall.xmpp.text.Messages;

/** The history as a file for spreadsheets. */
public final class HistoryCsv {
    static final int PAGE = 2_000;
    private static final int MOST = 100_000;
    private static final int AT_ONCE = 4;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> COLUMNS = List.of(
            "machine",
            "room",
            "user",
            "domain",
            "fullname",
            "group",
            "address",
            "client",
            "kind",
            "logon",
            "logoff",
            "ended",
            "lasted");

    private final History history;
    private final ZoneId zone;
    private final Semaphore exporting = new Semaphore(AT_ONCE);

    /** @param zone of the times, where a request does not say */
    public HistoryCsv(History history, ZoneId zone) {
        this.history = history;
        this.zone = zone;
    }

    void write(Context context, Viewer viewer, HistoryQuery first) throws IOException {
        ZoneId asked = new Query(context).zone("zone", zone);
        if (!exporting.tryAcquire()) {
            throw ApiException.busy();
        }
        try {
            context.contentType("text/csv; charset=utf-8")
                    .header("Content-Disposition", "attachment; filename=\"rollcall-history.csv\"");
            try (Writer out =
                    new BufferedWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8))) {
                out.write(BYTE_ORDER_MARK);
                rows(out, viewer.locale(), asked, first);
            }
        } finally {
            exporting.release();
        }
    }

    private void rows(Writer out, Locale locale, ZoneId asked, HistoryQuery first) throws IOException {
        Messages messages = Messages.beside(HistoryCsv.class, locale);
        // Spreadsheets split a file at what their language writes lists with.
        char separator = locale.getLanguage().equals("fr") ? ';' : ',';
        DateTimeFormatter time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(asked);
        out.write(CsvCell.line(
                COLUMNS.stream().map(column -> messages.text("csv." + column)).toList(), separator));
        HistoryQuery query = first;
        int written = 0;
        while (query != null) {
            List<SessionRow> rows = history.find(query);
            for (SessionRow row : rows) {
                out.write(CsvCell.line(cells(row, time), separator));
            }
            written += rows.size();
            boolean more = rows.size() == PAGE && written < MOST;
            query = more ? after(query, rows.get(rows.size() - 1).id()) : null;
        }
    }

    private static List<String> cells(SessionRow row, DateTimeFormatter time) {
        return Arrays.asList(
                row.name(),
                row.room(),
                row.user(),
                row.domain(),
                row.fullName(),
                row.group(),
                row.address(),
                row.client(),
                row.kind(),
                show(row.logon(), time),
                show(row.logoff(), time),
                row.ended(),
                show(row.lasted()));
    }

    private static String show(Instant instant, DateTimeFormatter time) {
        return instant == null ? "" : time.format(instant);
    }

    /** Hours of any number, as spreadsheets read durations. */
    private static String show(Duration lasted) {
        return lasted == null
                ? ""
                : String.format(
                        Locale.ROOT, "%d:%02d:%02d", lasted.toHours(), lasted.toMinutesPart(), lasted.toSecondsPart());
    }

    private static HistoryQuery after(HistoryQuery query, long id) {
        return new HistoryQuery(
                query.machine(),
                query.user(),
                query.room(),
                query.rooms(),
                query.address(),
                query.from(),
                query.to(),
                query.most(),
                id);
    }
}
