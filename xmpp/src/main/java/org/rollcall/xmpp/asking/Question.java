package org.rollcall.xmpp.asking;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jxmpp.jid.BareJid;

/**
 * What is asked.
 *
 * @param arguments parameter name to text
 * @param order whether it changes something: then it goes as an IQ set
 * @param timeout for each part of the answer
 * @param locale the language of texts for people
 * @param by the person on whose behalf central asks; null for none, and ignored from anybody but central
 */
public record Question(
        String command, Map<String, String> arguments, boolean order, Duration timeout, Locale locale, BareJid by) {

    public Question {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** With these arguments besides. */
    public Question with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(arguments);
        all.putAll(more);
        return new Question(command, all, order, timeout, locale, by);
    }
}
