package org.rollcall.central.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Locale;
import org.eclipse.jetty.io.EofException;
import org.rollcall.central.web.json.Json;
import org.rollcall.xmpp.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a failure is told: as JSON to the pages, as a plain page to a person. */
final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private record Told(Body error) {}

    private record Body(String reason, String sentence) {}

    /** Writes what a person reads. */
    interface Page {
        void write(Context context, Locale locale, String heading, String sentence);
    }

    private final Page page;

    Errors(Page page) {
        this.page = page;
    }

    void add(RoutesConfig routes) {
        routes.exception(ApiException.class, (refused, context) -> {
            if (refused.retryAfter() != null) {
                context.header(
                        "Retry-After",
                        String.valueOf(Math.max(1, refused.retryAfter().toSeconds())));
            }
            tell(context, refused.status(), refused.reason(), refused.arguments());
        });
        routes.exception(HttpResponseException.class, (refused, context) -> {
            int status = refused.getStatus();
            tell(context, status, status == 404 || status == 405 ? "not-found" : "bad-request", "");
        });
        routes.exception(
                EofException.class,
                (gone, context) -> LOG.debug("{} went away: {}", context.path(), gone.getMessage()));
        routes.exception(Exception.class, (failure, context) -> {
            LOG.error("The web board could not answer {} {}.", context.method(), context.path(), failure);
            tell(context, 500, "internal");
        });
    }

    private void tell(Context context, int status, String reason, Object... arguments) {
        if (context.res().isCommitted()) {
            return; // It fails in the middle of a list: nothing may be added that looks like its end.
        }
        Locale locale = Language.of(context.req());
        Messages messages = Messages.beside(Errors.class, locale);
        String sentence = messages.text("error." + reason, arguments);
        context.status(status);
        if (context.path().startsWith("/api/")) {
            context.contentType("application/json; charset=utf-8")
                    .result(Json.write(new Told(new Body(reason, sentence))));
        } else {
            page.write(
                    context, locale, messages.text("error.title." + (status == 404 ? "not-found" : "other")), sentence);
        }
    }
}
