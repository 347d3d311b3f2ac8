package org.rollcall.central.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.rollcall.central.web.ApiException;

/** The front end's files; each of its pages' addresses answers the same file, which reads its address itself. */
public final class PageRoutes {
    private static final List<String> PAGES = List.of(
            "/",
            "/room/{room}",
            "/machine/{machine}",
            "/person/{login}",
            "/history",
            "/usage",
            "/waiting",
            "/audit",
            "/wall/{room}",
            "/sign-in");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String A_DAY = "public, max-age=86400";
    private static final String ASK_AGAIN = "no-cache";

    private final Assets assets;
    private final Function<Context, Locale> language;

    public PageRoutes(Assets assets, Function<Context, Locale> language) {
        this.assets = assets;
        this.language = language;
    }

    public void add(RoutesConfig routes) {
        PAGES.forEach(path -> routes.get(path, this::index));
        routes.get("/favicon.ico", context -> send(context, found("favicon.svg"), A_DAY));
        routes.get(
                Assets.ROOT + "{version}/<file>",
                context -> send(
                        context,
                        found(context.pathParam("file")),
                        assets.isFinal(context.pathParam("version")) ? FOR_EVER : ASK_AGAIN));
        routes.get("/lib/<file>", context -> send(context, found("lib/" + context.pathParam("file")), A_DAY));
    }

    private void index(Context context) {
        String html = new String(found("index.html").bytes(), StandardCharsets.UTF_8)
                .replace("{{base}}", assets.base())
                .replace("{{language}}", language.apply(context).getLanguage());
        context.header("Vary", "Accept-Language, Cookie");
        send(context, Asset.of("index.html", html.getBytes(StandardCharsets.UTF_8)), ASK_AGAIN);
    }

    private Asset found(String name) {
        Asset asset = assets.find(name);
        if (asset == null) {
            throw ApiException.notFound();
        }
        return asset;
    }

    private static void send(Context context, Asset asset, String cache) {
        context.header("Cache-Control", cache).header("ETag", asset.etag());
        context.res().addHeader("Vary", "Accept-Encoding");
        if (asset.etag().equals(context.header("If-None-Match"))) {
            context.status(304);
            return;
        }
        context.contentType(asset.type());
        String accepted = context.header("Accept-Encoding");
        if (asset.gzip() != null && accepted != null && accepted.contains("gzip")) {
            context.header("Content-Encoding", "gzip").result(asset.gzip());
        } else {
            context.result(asset.bytes());
        }
    }
}
