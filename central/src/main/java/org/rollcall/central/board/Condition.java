package org.rollcall.central.board;

import java.util.Locale;

/** What a machine is doing, as a person in the door would say it. */
public enum Condition {
    /** Someone is active. */
    IN_USE,
    LOCKED,
    /** Nobody has touched it for longer than the agent's idle time. */
    IDLE,
    /** Only disconnected sessions: somebody left without logging off. */
    LEFT,
    /** On, nobody logged on. */
    FREE,
    OFF,
    /** Vanished without a word, or silent on two pings. */
    LOST,
    /** Never heard of; or on, and nothing is known yet of what it is doing. */
    UNKNOWN;

    /** The stable word for scripts and the wire: {@code in-use}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the agent was there when last heard of. */
    public boolean isOn() {
        return compareTo(OFF) < 0;
    }
}
