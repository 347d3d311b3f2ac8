package org.rollcall.xmpp.settings;

/**
 * Something wrong with the settings.
 *
 * @param fatal whether the program must not start with it; otherwise the value is left out and a weaker source's holds
 * @param where a file and line, a variable, an option
 * @param sentence what is wrong and what to do, in the reader's language
 */
public record Problem(boolean fatal, String where, String sentence) {
    @Override
    public String toString() {
        return where.isEmpty() ? sentence : where + ": " + sentence;
    }
}
