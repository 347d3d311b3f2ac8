package org.rollcall.central.signin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.rollcall.central.access.Who;
import org.rollcall.central.signin.Sessions.Opened;
import org.rollcall.central.signin.Sessions.Session;
import org.rollcall.central.web.SignInException;
import org.rollcall.central.web.SignInException.Reason;
import org.rollcall.central.web.Visitor;
import org.rollcall.central.web.Visitors;

/** All that the web board needs to know of who comes: passwords, a proxy's word, sessions. */
public final class SignInDesk implements Visitors {
    private static final String HEADER = "header";

    private final PasswordDesk passwords;
    private final TrustedHeaders headers;
    private final Sessions sessions;

    /** @param headers null: no proxy signs anybody in */
    public SignInDesk(PasswordDesk passwords, TrustedHeaders headers, Sessions sessions) {
        this.passwords = passwords;
        this.headers = headers;
        this.sessions = sessions;
    }

    @Override
    public List<String> methods() {
        return passwords.methods();
    }

    @Override
    public Visitor signIn(String name, String password, String address) throws SignInException {
        PasswordDesk.Outcome outcome;
        try {
            outcome = passwords.signIn(name, password.toCharArray(), address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignInException(Reason.UNAVAILABLE, Duration.ofSeconds(5));
        }
        return switch (outcome.kind()) {
            case SIGNED_IN -> visitor(sessions.open(outcome.who(), outcome.method()));
            case WRONG -> throw new SignInException(Reason.WRONG_PASSWORD, outcome.retryAfter());
            case TOO_MANY -> throw new SignInException(Reason.TOO_MANY_TRIES, outcome.retryAfter());
            case UNAVAILABLE -> throw new SignInException(Reason.UNAVAILABLE, outcome.retryAfter());
        };
    }

    @Override
    public Optional<Who> trusted(UnaryOperator<String> asked) {
        return headers == null ? Optional.empty() : headers.who(asked);
    }

    @Override
    public Visitor open(Who who) {
        return visitor(sessions.open(who, HEADER));
    }

    @Override
    public Optional<Visitor> find(String token) {
        return sessions.find(token).map(session -> visitor(new Opened(token, session)));
    }

    @Override
    public boolean isSignedIn(String token) {
        return sessions.isOpen(token);
    }

    @Override
    public void close(String token) {
        sessions.close(token);
    }

    private static Visitor visitor(Opened opened) {
        Session session = opened.session();
        boolean byProxy = session.method().equals(HEADER);
        return new Visitor(opened.token(), session.csrf(), session.who(), byProxy ? null : session.ends(), !byProxy);
    }
}
