package org.rollcall.central.web.api;

import java.util.List;
import org.rollcall.central.store.AuditLine;
import org.rollcall.central.store.AuditTrail;
import org.rollcall.central.web.Api;
import org.rollcall.central.web.AuditNotes;
import org.rollcall.central.web.Query;

/** Who did what. Looking at it is in it too. */
public final class AuditRoutes {
    private static final int USUAL = 100;
    private static final int MOST = 500;

    private final AuditTrail trail;
    private final AuditNotes audit;

    private record Page(List<AuditLine> rows, Long next) {}

    public AuditRoutes(AuditTrail trail, AuditNotes audit) {
        this.trail = trail;
        this.audit = audit;
    }

    public void add(Api api) {
        api.get("/api/audit", Api.ADMIN, (context, viewer) -> {
            Query query = new Query(context);
            int most = query.count("most", USUAL, MOST);
            List<AuditLine> rows = trail.find(
                    query.text("who"),
                    query.text("action"),
                    query.text("target"),
                    query.instant("from"),
                    query.instant("to"),
                    most,
                    query.number("after"));
            if (query.number("after") == null) {
                audit.done(viewer, "audit", query.text("target"), query.text("who"));
            }
            Api.json(
                    context,
                    new Page(
                            rows,
                            rows.size() < most
                                    ? null
                                    : rows.get(rows.size() - 1).id()));
        });
    }
}
