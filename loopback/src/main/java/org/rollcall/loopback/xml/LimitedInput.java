package org.rollcall.loopback.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what one stanza takes from the wire and stops at a bound, before any of it is kept. */
final class LimitedInput extends FilterInputStream {
    private final int limit;
    private long count;
    private boolean tooMuch;
    private boolean ended;
    private IOException failure;

    LimitedInput(InputStream in, int limit) {
        super(in);
        this.limit = limit;
    }

    /** A new stanza begins. What was read ahead of it goes uncounted: one buffer at most. */
    void startAfresh() {
        count = 0;
    }

    boolean tooMuch() {
        return tooMuch;
    }

    boolean ended() {
        return ended;
    }

    /** Why the socket could not be read, or null: the XML parser wraps such exceptions beyond recognition. */
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (count > limit) {
            tooMuch = true;
            throw new IOException("more than " + limit + " bytes in one stanza");
        }
        try {
            int read = super.read(buffer, offset, length);
            if (read < 0) {
                ended = true;
            } else {
                count += read;
            }
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
