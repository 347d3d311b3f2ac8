package org.rollcall.agent.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.text.Sentence;

class EventAppenderTest {
    private final List<String> reported = new ArrayList<>();
    private final AtomicLong time = new AtomicLong();
    private final Logger log = new LoggerContext().getLogger("org.rollcall.Test");

    @BeforeEach
    void begin() {
        begin(Locale.ENGLISH);
    }

    private void begin(Locale locale) {
        log.detachAndStopAllAppenders();
        EventAppender appender =
                new EventAppender((id, text) -> reported.add(id + " " + text), new EventBudget(time::get), locale);
        appender.setContext(log.getLoggerContext());
        appender.start();
        log.addAppender(appender);
    }

    @Test
    void warningsAndErrorsGoToTheSystemsLogAndNothingLessDoes() {
        log.info("signed out");
        log.warn("slow");
        log.error("broken", new IllegalStateException("no disk"));

        assertEquals(List.of("WARNING slow", "FAULT broken (java.lang.IllegalStateException: no disk)"), reported);
    }

    @Test
    void aMarkedLineHasItsOwnNumberWhateverItsLevel() {
        log.info(EventId.LINK_UP.marker(), "Signed in as {}", "a201b7@iut.rdz");
        log.warn(EventId.CLOCK_WRONG.marker(), "wrong");

        assertEquals(List.of("LINK_UP Signed in as a201b7@iut.rdz", "CLOCK_WRONG wrong"), reported);
    }

    @Test
    void whyThereIsNoLinkIsSaidInTheSystemsLanguage() {
        LinkFailure failure = new LinkFailure(
                LinkFailure.Kind.REFUSED, Sentence.of(LinkFailure.class, "refused", "xmpp.iut.rdz:5222"));
        log.warn("No link, trying again in {} s and then until it succeeds: {}", "1.0", failure);
        begin(Locale.FRANCE);
        log.warn("No link, trying again in {} s and then until it succeeds: {}", "1.0", failure);

        assertEquals(
                List.of(
                        "WARNING No link, trying again in 1.0 s and then until it succeeds: xmpp.iut.rdz:5222 refused"
                                + " the connection: is the XMPP server running, on this port?",
                        "WARNING xmpp.iut.rdz:5222 a refusé la connexion : le serveur XMPP tourne-t-il, sur ce port ?"),
                reported);
    }

    @Test
    void theSameTextIsSaidOnceAnHour() {
        log.warn("slow");
        log.warn("slow");
        later(Duration.ofMinutes(59));
        log.warn("slow");
        later(Duration.ofMinutes(1));
        log.warn("slow");

        assertEquals(List.of("WARNING slow", "WARNING slow (2 more are in agent.log only)"), reported);
    }

    @Test
    void aStormIsCutOffButForTheLastWords() {
        for (int i = 0; i < 1000; i++) {
            log.warn("warning {}", i);
        }
        log.error(EventId.ENDED_BY_FAULT.marker(), "the end");
        assertEquals(31, reported.size());
        assertEquals("ENDED_BY_FAULT the end", reported.get(30));

        later(Duration.ofMinutes(3));
        log.warn("a");
        log.warn("b");
        assertEquals("WARNING a (970 more are in agent.log only)", reported.get(31));
        assertEquals(32, reported.size());
    }

    @Test
    void whatOthersWroteInsertsNothing() {
        log.warn("address fe80::1%12, text %1");

        assertEquals(List.of("WARNING address fe80::1% 12, text % 1"), reported);
    }

    @Test
    void aLongTextIsCut() {
        log.warn("x".repeat(10_000));

        assertTrue(reported.get(0).length() < 2100);
    }

    private void later(Duration wait) {
        time.addAndGet(wait.toNanos());
    }
}
