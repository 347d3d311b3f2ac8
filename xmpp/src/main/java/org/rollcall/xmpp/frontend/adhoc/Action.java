package org.rollcall.xmpp.frontend.adhoc;

import java.util.Locale;
import org.rollcall.xmpp.stanza.XmlNode;

/** What the requester wants of a step; none said means {@code execute}. */
enum Action {
    EXECUTE,
    CANCEL,
    PREV,
    NEXT,
    COMPLETE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Action of(XmlNode command, Locale locale) throws AdHoc.AdHocException {
        String word = command.attribute("action");
        if (word == null) {
            return EXECUTE;
        }
        for (Action action : values()) {
            if (action.word().equals(word)) {
                return action;
            }
        }
        throw AdHoc.malformedAction(word.length() <= 40 ? word : word.substring(0, 40), locale);
    }
}
