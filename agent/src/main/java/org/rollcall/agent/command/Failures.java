package org.rollcall.agent.command;

import java.util.Locale;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.xmpp.command.Refusal;

/** What the system declined to do, said to the asker in the asker's language. */
final class Failures {
    private Failures() {}

    static Refusal refusal(ActionFailedException failure, Locale locale) {
        return new Refusal(reason(failure.reason()), text(failure, locale));
    }

    static String text(ActionFailedException failure, Locale locale) {
        return Texts.text(locale, "failed." + failure.reason().name().toLowerCase(Locale.ROOT), failure.getMessage());
    }

    private static Refusal.Reason reason(ActionFailedException.Reason reason) {
        return switch (reason) {
            case GONE -> Refusal.Reason.ITEM_NOT_FOUND;
            case CRITICAL, PROTECTED, IN_USE, UNSUPPORTED -> Refusal.Reason.NOT_ALLOWED;
            case FAILED -> Refusal.Reason.INTERNAL_SERVER_ERROR;
        };
    }
}
