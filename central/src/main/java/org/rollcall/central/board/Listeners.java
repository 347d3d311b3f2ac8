package org.rollcall.central.board;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who hear of the board; one that fails keeps no other from hearing. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<BoardListener> all = new CopyOnWriteArrayList<>();

    void add(BoardListener listener) {
        all.add(listener);
    }

    void remove(BoardListener listener) {
        all.remove(listener);
    }

    void tell(Consumer<BoardListener> what) {
        for (BoardListener listener : all) {
            try {
                what.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("A listener of the board failed", e);
            }
        }
    }
}
