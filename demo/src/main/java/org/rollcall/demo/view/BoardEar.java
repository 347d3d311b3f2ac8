package org.rollcall.demo.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.rollcall.central.board.BoardListener;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.SessionNow;

/** Puts central's board into words as it changes. A terminal that is held up holds up nobody: then lines are left out. */
public final class BoardEar implements BoardListener, AutoCloseable {
    private static final int MOST_WAITING = 1000;

    private final LiveView view;
    private final ThreadPoolExecutor printer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            task -> {
                Thread thread = new Thread(task, "rollcall-demo-view");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    public BoardEar(LiveView view) {
        this.view = view;
    }

    @Override
    public void changed(MachineNow before, MachineNow now) {
        printer.execute(() -> tell(before, now));
    }

    private void tell(MachineNow before, MachineNow now) {
        boolean wasOn = before != null && before.condition().isOn();
        if (!now.condition().isOn()) {
            if (wasOn) {
                view.line(now.name(), now.condition() == Condition.LOST ? "lost" : "off", "");
            }
            return;
        }
        if (!wasOn) {
            view.line(now.name(), "on", "");
            return;
        }
        Map<String, SessionNow> gone = new LinkedHashMap<>();
        before.sessions().forEach(session -> gone.put(session.uid(), session));
        for (SessionNow session : now.sessions()) {
            SessionNow then = gone.remove(session.uid());
            if (then == null) {
                view.line(now.name(), "logon", person(session));
            } else {
                changed(now.name(), then, session);
            }
        }
        gone.values().forEach(session -> view.line(now.name(), "logoff", person(session)));
    }

    private void changed(String machine, SessionNow then, SessionNow now) {
        if (!then.state().equals(now.state())) {
            view.line(machine, now.state().equals("active") ? "connect" : "disconnect", person(now));
        } else if (then.locked() != null
                && now.locked() != null
                && !then.locked().equals(now.locked())) {
            view.line(machine, now.locked() ? "lock" : "unlock", person(now));
        }
    }

    private static String person(SessionNow session) {
        return session.fullName() == null ? session.user() : session.user() + " (" + session.fullName() + ")";
    }

    @Override
    public void close() {
        printer.shutdownNow();
    }
}
