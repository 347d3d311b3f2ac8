package org.rollcall.tests.central.day;

/** One machine's way to the server. */
interface Wire extends AutoCloseable {
    /** On 127.0.0.1. */
    int port();

    /** Nothing passes any more, and nobody notices. */
    void freeze();

    /** The server notices. */
    void cut();

    /** For a machine that comes on anew: what was frozen is gone for good. */
    void mend();

    @Override
    void close();
}
