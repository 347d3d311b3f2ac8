package org.rollcall.xmpp.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollcall.xmpp.text.Messages;

/** Collects what is wrong, so that all of it is said at once. */
public final class Problems {
    private final List<Problem> all = new ArrayList<>();
    private final Messages messages;
    private final Locale locale;

    public Problems(Locale locale) {
        this.locale = locale;
        this.messages = Messages.beside(Problems.class, locale);
    }

    public Locale locale() {
        return locale;
    }

    /** @param messageKey of a text beside this class */
    public void error(String where, String messageKey, Object... arguments) {
        add(true, where, messageKey, arguments);
    }

    public void add(boolean fatal, String where, String messageKey, Object... arguments) {
        all.add(new Problem(fatal, where, messages.text(messageKey, arguments)));
    }

    /** One that speaks the reader's language already. */
    public void add(Problem problem) {
        all.add(problem);
    }

    /** A value that its setting does not take. */
    public void bad(boolean fatal, String where, String key, BadValueException bad) {
        all.add(new Problem(fatal, where, key + " " + bad.text(messages)));
    }

    public List<Problem> all() {
        return List.copyOf(all);
    }

    public boolean fatal() {
        return all.stream().anyMatch(Problem::fatal);
    }
}
