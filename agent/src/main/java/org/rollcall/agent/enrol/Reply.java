package org.rollcall.agent.enrol;

import java.time.Duration;

/**
 * What came of asking central for an account.
 *
 * @param sentence one clear line for the log
 * @param retryAfter as central said; null unless it makes the machine wait
 */
record Reply(Kind kind, String sentence, Duration retryAfter) {

    enum Kind {
        ENROLLED,
        /** Central makes it wait. */
        WAITING,
        /** Central could not be asked, or could not do it. */
        NOT_NOW,
        /** Nothing will come of it before somebody puts something right. */
        NOT_SO
    }

    static Reply of(Kind kind, String sentence) {
        return new Reply(kind, sentence, null);
    }
}
