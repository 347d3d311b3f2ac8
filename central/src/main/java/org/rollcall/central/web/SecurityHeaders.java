package org.rollcall.central.web;

import io.javalin.http.Context;
import java.util.Map;

/** What every answer says to browsers. */
final class SecurityHeaders {
    /** @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a> */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            POLICY,
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=()");

    private SecurityHeaders() {}

    static void add(Context context, boolean tls) {
        ALWAYS.forEach(context::header);
        if (tls) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
        // Pages and their files say otherwise themselves.
        context.header("Cache-Control", "no-store");
    }
}
