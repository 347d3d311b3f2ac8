package org.rollcall.central.web.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.StringJoiner;
import org.rollcall.central.store.History;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.central.store.SessionRow;
import org.rollcall.central.web.Api;
import org.rollcall.central.web.AuditNotes;
import org.rollcall.central.web.Query;
import org.rollcall.central.web.Viewer;
import org.rollcall.central.web.json.HistoryRowJson;

/** What was: who sat where, and when. */
public final class HistoryRoutes {
    private static final int USUAL = 100;
    private static final int MOST = 500;

    private final History history;
    private final HistoryCsv csv;
    private final AuditNotes audit;

    private record Page(List<HistoryRowJson> rows, Long next) {}

    private record Count(long count) {}

    public HistoryRoutes(History history, HistoryCsv csv, AuditNotes audit) {
        this.history = history;
        this.csv = csv;
        this.audit = audit;
    }

    public void add(Api api) {
        api.get("/api/history", Api.VIEWER, (context, viewer) -> {
            HistoryQuery query = query(context, viewer, new Query(context).count("most", USUAL, MOST));
            if (query.after() == null) {
                audit.done(viewer, "history", query.machine(), details(query));
            }
            List<SessionRow> rows = history.find(query);
            Long next = rows.size() < query.most()
                    ? null
                    : rows.get(rows.size() - 1).id();
            Api.json(context, new Page(rows.stream().map(HistoryRowJson::of).toList(), next));
        });
        api.get(
                "/api/history/count",
                Api.VIEWER,
                (context, viewer) -> Api.json(context, new Count(history.count(query(context, viewer, 1)))));
        api.get("/api/history.csv", Api.VIEWER, (context, viewer) -> {
            HistoryQuery query = query(context, viewer, HistoryCsv.PAGE);
            audit.done(viewer, "history-export", query.machine(), details(query));
            csv.write(context, viewer, query);
        });
    }

    private static HistoryQuery query(Context context, Viewer viewer, int most) {
        Query query = new Query(context);
        return new HistoryQuery(
                query.text("machine"),
                query.text("user"),
                query.text("room"),
                viewer.rights().visibleRooms(),
                query.text("address"),
                query.instant("from"),
                query.instant("to"),
                most,
                query.number("after"));
    }

    private static String details(HistoryQuery query) {
        StringJoiner details = new StringJoiner(" ").setEmptyValue("all");
        add(details, "user", query.user());
        add(details, "room", query.room());
        add(details, "address", query.address());
        add(details, "from", query.from());
        add(details, "to", query.to());
        return details.toString();
    }

    private static void add(StringJoiner details, String name, Object value) {
        if (value != null) {
            details.add(name + "=" + value);
        }
    }
}
