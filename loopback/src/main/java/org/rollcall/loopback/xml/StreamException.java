package org.rollcall.loopback.xml;

/** The stream cannot go on; the other side is told why by a stream error (RFC 6120, section 4.9.3). */
public final class StreamException extends Exception {
    private static final long serialVersionUID = 1;

    private final String condition;

    /** @param condition the error's element, such as {@code not-well-formed} */
    public StreamException(String condition, String why) {
        super(why);
        this.condition = condition;
    }

    public String condition() {
        return condition;
    }
}
