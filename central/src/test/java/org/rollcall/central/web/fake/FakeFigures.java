package org.rollcall.central.web.fake;

import org.rollcall.central.web.ServiceFigures;

/** A store that has done some work. */
public final class FakeFigures implements ServiceFigures {
    private volatile boolean writable = true;

    public void writable(boolean now) {
        writable = now;
    }

    @Override
    public boolean storeWritable() {
        return writable;
    }

    @Override
    public long eventsCommitted() {
        return 41;
    }

    @Override
    public double commitSeconds() {
        return 0.5;
    }

    @Override
    public long commits() {
        return 12;
    }
}
