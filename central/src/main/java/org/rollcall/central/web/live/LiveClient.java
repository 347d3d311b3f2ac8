package org.rollcall.central.web.live;

import org.rollcall.central.web.Rights;

/** One open page, as the feed sees it. */
interface LiveClient {

    /** What the person may see now; empty rights when the session has ended. Asked every beat. */
    Standing standing();

    /** Queues it; must not block. */
    void send(String frame);

    void close(int code, String reason);

    /** @param signedIn false: the session has ended */
    record Standing(boolean signedIn, Rights rights) {}
}
