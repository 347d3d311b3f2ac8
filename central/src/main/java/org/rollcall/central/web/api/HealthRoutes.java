package org.rollcall.central.web.api;

import org.rollcall.central.board.BoardView;
import org.rollcall.central.web.Api;
import org.rollcall.central.web.ServiceFigures;

/** Whether central does its work, for a supervisor or a load balancer. */
public final class HealthRoutes {
    private final BoardView board;
    private final ServiceFigures figures;

    private record Health(boolean healthy, boolean link, boolean store) {}

    public HealthRoutes(BoardView board, ServiceFigures figures) {
        this.board = board;
        this.figures = figures;
    }

    public void add(Api api) {
        api.getOpen("/health", (context, viewer) -> {
            boolean link = board.link().up();
            boolean store = figures.storeWritable();
            Api.json(context, new Health(link && store, link, store));
            context.status(link && store ? 200 : 503);
        });
    }
}
