package org.rollcall.central.web.page;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.rollcall.central.web.Api;
import org.rollcall.central.web.PrivacyFacts;
import org.rollcall.xmpp.text.Messages;

/** What is kept of people, why, and for how long; told to everybody without a sign-in. */
public final class PrivacyRoutes {
    private static final List<String> SECTIONS = List.of("what", "why", "how-long", "who", "rights");

    private final PrivacyFacts facts;
    private final PlainPage page;
    private final Function<Context, Locale> language;

    private record Answer(
            String language,
            long historyDays,
            long auditDays,
            long logDays,
            String controller,
            String contact,
            boolean staffProcessesHidden,
            List<PlainPage.Section> text) {}

    public PrivacyRoutes(PrivacyFacts facts, PlainPage page, Function<Context, Locale> language) {
        this.facts = facts;
        this.page = page;
        this.language = language;
    }

    public void add(Api api) {
        api.getOpen("/privacy", (context, viewer) -> {
            Locale locale = language.apply(context);
            page.write(context, locale, Messages.beside(getClass(), locale).text("privacy.title"), text(locale));
        });
        api.getOpen("/api/privacy", (context, viewer) -> {
            Locale locale = language.apply(context);
            Api.json(
                    context,
                    new Answer(
                            locale.getLanguage(),
                            facts.history().toDays(),
                            facts.audit().toDays(),
                            facts.logs().toDays(),
                            facts.controller(),
                            facts.contact(),
                            facts.staffProcessesHidden(),
                            text(locale)));
        });
    }

    private List<PlainPage.Section> text(Locale locale) {
        Messages messages = Messages.beside(getClass(), locale);
        List<PlainPage.Section> sections = new ArrayList<>();
        for (String name : SECTIONS) {
            List<String> paragraphs = new ArrayList<>();
            for (int i = 1; messages.has("privacy." + name + "." + i); i++) {
                paragraphs.add(messages.text(
                        "privacy." + name + "." + i, days(facts.history()), days(facts.audit()), days(facts.logs())));
            }
            if (name.equals("who") && facts.staffProcessesHidden()) {
                paragraphs.add(messages.text("privacy.who.staff"));
            }
            if (name.equals("rights")) {
                paragraphs.add(
                        facts.controller() == null
                                ? messages.text("privacy.controller.unknown")
                                : messages.text("privacy.controller", facts.controller()));
                if (facts.contact() != null) {
                    paragraphs.add(messages.text("privacy.contact", facts.contact()));
                }
            }
            sections.add(new PlainPage.Section(messages.text("privacy." + name), paragraphs));
        }
        return sections;
    }

    private static long days(Duration duration) {
        return duration.toDays();
    }
}
