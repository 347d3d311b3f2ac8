package org.rollcall.central.web.page;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A page of text that the server writes itself: it needs no script and no sign-in. */
public final class PlainPage {
    private final Assets assets;
    private final String title;

    public record Section(String heading, List<String> paragraphs) {}

    /** @param title the park's name */
    public PlainPage(Assets assets, String title) {
        this.assets = assets;
        this.title = title;
    }

    public void write(Context context, Locale locale, String heading, String sentence) {
        write(context, locale, heading, List.of(new Section(null, List.of(sentence))));
    }

    public void write(Context context, Locale locale, String heading, List<Section> sections) {
        StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"")
                .append(locale.getLanguage())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escaped(heading + " · " + title))
                .append("</title>\n<link rel=\"icon\" href=\"/favicon.ico\">\n<link rel=\"stylesheet\" href=\"")
                .append(assets.base())
                .append("/plain.css\">\n</head>\n<body>\n<main>\n<p class=\"park\"><a href=\"/\">")
                .append(escaped(title))
                .append("</a></p>\n<h1>")
                .append(escaped(heading))
                .append("</h1>\n");
        for (Section section : sections) {
            if (section.heading() != null) {
                html.append("<h2>").append(escaped(section.heading())).append("</h2>\n");
            }
            section.paragraphs()
                    .forEach(text -> html.append("<p>").append(escaped(text)).append("</p>\n"));
        }
        html.append("</main>\n</body>\n</html>\n");
        context.contentType("text/html; charset=utf-8")
                .header("Cache-Control", "no-cache")
                .result(html.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
