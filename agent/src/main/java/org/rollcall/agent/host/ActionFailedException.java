package org.rollcall.agent.host;

/** The system did not do what was asked. */
public final class ActionFailedException extends Exception {
    private static final long serialVersionUID = 1;

    public enum Reason {
        /** No such session or process, or a process id that belongs to another process by now. */
        GONE,
        /** Ending it would end the whole system. */
        CRITICAL,
        /** Protected by the system, which refuses even the service. */
        PROTECTED,
        /** People are logged on and the order said {@code if-free}. */
        IN_USE,
        /** This operating system has no such thing. */
        UNSUPPORTED,
        FAILED
    }

    private final Reason reason;

    public ActionFailedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
