package org.rollcall.agent.enrol;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.stanza.Enrol;

/**
 * Asks central for an account until there is one. The password is on disk before it is sent: when the answer is lost,
 * or the power goes, the same one is asked for again, which costs nothing.
 */
final class Enroller {
    private final PasswordStore store;
    private final SecretReader secrets;
    private final Wire wire;
    private final Question question;
    private final EnrolmentState state;
    private final Waits waits;
    private final Pause pause;

    /** What this machine says of itself. */
    interface Question {
        Enrol with(String password);
    }

    /** Waits; a test's only counts. */
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    Enroller(
            PasswordStore store,
            SecretReader secrets,
            Wire wire,
            Question question,
            EnrolmentState state,
            Waits waits,
            Pause pause) {
        this.store = store;
        this.secrets = secrets;
        this.wire = wire;
        this.question = question;
        this.state = state;
        this.waits = waits;
        this.pause = pause;
    }

    /** Returns once {@link PasswordStore#next} is the account's password, or when interrupted. */
    void run() throws InterruptedException {
        String asked = store.next();
        if (asked == null || !alreadyInForce(asked)) {
            while (!asked()) {
                continue;
            }
        }
        state.enrolled("this machine has its account");
    }

    /** Asked for before the agent was stopped: the answer may have been lost, and the account may be there. */
    private boolean alreadyInForce(String password) throws InterruptedException {
        while (true) {
            Optional<LinkFailure> failure = wire.signIn(password);
            if (failure.isEmpty()) {
                return true;
            }
            switch (failure.get().kind()) {
                case PASSWORD, ACCOUNT_UNKNOWN -> {
                    return false;
                }
                default -> {
                    Reply reply = Reply.of(Reply.Kind.NOT_NOW, failure.get().sentence());
                    settled(reply);
                }
            }
        }
    }

    private boolean asked() throws InterruptedException {
        String password;
        char[] secret;
        try {
            password = store.makeNext();
        } catch (IOException e) {
            state.trouble("the new password cannot be kept in the data folder: " + e);
            pause.of(waits.after(Waits.Kind.SOON));
            return false;
        }
        try {
            secret = secrets.read();
        } catch (IOException e) {
            state.trouble(e.getMessage());
            pause.of(waits.after(Waits.Kind.SOON));
            return false;
        }
        return settled(wire.ask(secret, question.with(password)));
    }

    /** False: after a pause. */
    private boolean settled(Reply reply) throws InterruptedException {
        if (reply.kind() == Reply.Kind.ENROLLED) {
            return true;
        }
        state.trouble(reply.sentence());
        pause.of(
                switch (reply.kind()) {
                    case WAITING -> waits.asTold(reply.retryAfter());
                    case NOT_NOW -> waits.after(Waits.Kind.SOON);
                    default -> waits.after(Waits.Kind.LATER);
                });
        return false;
    }
}
