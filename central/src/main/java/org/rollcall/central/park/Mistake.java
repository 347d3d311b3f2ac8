package org.rollcall.central.park;

import java.util.List;
import java.util.Locale;
import org.rollcall.xmpp.settings.Problem;
import org.rollcall.xmpp.text.Messages;

/**
 * Something wrong with a file, to be said in whatever language it is asked for.
 *
 * @param file its name, without folders
 * @param line from 1; 0 when it is about the file as a whole
 * @param key of a text beside this class
 */
public record Mistake(String file, long line, String key, List<String> arguments) {

    public Mistake {
        arguments = List.copyOf(arguments);
    }

    /** Fatal only for who checks settings: a running service keeps what it had. */
    public Problem in(Locale locale) {
        String sentence = Messages.beside(Mistake.class, locale).text(key, arguments.toArray());
        return new Problem(true, line == 0 ? file : file + ":" + line, sentence);
    }
}
