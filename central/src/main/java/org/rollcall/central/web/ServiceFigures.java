package org.rollcall.central.web;

/** What the health and metrics addresses tell of the store. */
public interface ServiceFigures {

    /** Whether it can be written to now. */
    boolean storeWritable();

    /** Since the start. */
    long eventsCommitted();

    /** Spent in commits since the start. */
    double commitSeconds();

    long commits();
}
