package org.rollcall.central.web.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of pages. */
final class Href {
    private Href() {}

    static String to(String page, String name) {
        return "/" + page + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
