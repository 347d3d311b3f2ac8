package org.rollcall.central.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.xmpp.text.Languages;

/** In which language a request is answered: what the person chose, else what the browser asks for. */
public final class Language {
    private static final String COOKIE = "rollcall-language";

    private Language() {}

    public static Locale of(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("lang"))
                .or(() -> Gate.cookie(request, COOKIE))
                .map(Languages::of)
                .orElseGet(() -> asked(request));
    }

    /** The first of the browser's languages that there are texts in. */
    private static Locale asked(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .filter(locale -> locale.getLanguage().equals("fr")
                        || locale.getLanguage().equals("en"))
                .findFirst()
                .map(locale -> Languages.of(locale.getLanguage()))
                .orElse(Locale.ENGLISH);
    }
}
