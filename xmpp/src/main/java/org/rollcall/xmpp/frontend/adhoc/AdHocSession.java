package org.rollcall.xmpp.frontend.adhoc;

import org.rollcall.xmpp.command.Command;

/** A conversation about one command: a form to fill in, then, if the answer is long, pages to turn. */
final class AdHocSession {
    private final String id;
    private final Command command;
    private boolean running;
    private Pages pages;

    AdHocSession(String id, Command command) {
        this.id = id;
        this.command = command;
    }

    String id() {
        return id;
    }

    Command command() {
        return command;
    }

    /** False when it runs already. */
    synchronized boolean begin() {
        boolean free = !running;
        running = true;
        return free;
    }

    synchronized boolean isRunning() {
        return running;
    }

    /** The command was refused: the form may be filled in anew. */
    synchronized void again() {
        running = false;
    }

    synchronized void answered(Pages answer) {
        running = false;
        pages = answer;
    }

    /** Null while the form is being filled in. */
    synchronized Pages pages() {
        return pages;
    }
}
