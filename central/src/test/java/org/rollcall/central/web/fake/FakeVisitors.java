package org.rollcall.central.web.fake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.rollcall.central.access.Who;
import org.rollcall.central.web.SignInException;
import org.rollcall.central.web.Visitor;
import org.rollcall.central.web.Visitors;

/** Lets in whoever gives the name as the password, for names that it was told of. */
public final class FakeVisitors implements Visitors {
    private final Map<String, Who> known = new ConcurrentHashMap<>();
    private final Map<String, Visitor> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile String proxyHeader;

    public FakeVisitors person(Who who) {
        known.put(who.id(), who);
        return this;
    }

    public FakeVisitors proxyHeader(String name) {
        proxyHeader = name;
        return this;
    }

    @Override
    public List<String> methods() {
        return List.of("directory", "xmpp");
    }

    @Override
    public Visitor signIn(String name, String password, String address) throws SignInException {
        if (failures.get() >= 5) {
            throw new SignInException(SignInException.Reason.TOO_MANY_TRIES, Duration.ofMinutes(15));
        }
        Who who = known.get(name);
        if (who == null || !password.equals(name)) {
            failures.incrementAndGet();
            throw new SignInException(SignInException.Reason.WRONG_PASSWORD, Duration.ZERO);
        }
        return open(who, true);
    }

    @Override
    public Optional<Who> trusted(UnaryOperator<String> headers) {
        return Optional.ofNullable(proxyHeader).map(headers).map(known::get);
    }

    @Override
    public Visitor open(Who who) {
        return open(who, proxyHeader == null);
    }

    private Visitor open(Who who, boolean canSignOut) {
        int number = tokens.incrementAndGet();
        Visitor visitor = new Visitor("token" + number, "csrf" + number, who, null, canSignOut);
        sessions.put(visitor.token(), visitor);
        return visitor;
    }

    @Override
    public Optional<Visitor> find(String token) {
        return Optional.ofNullable(sessions.get(token));
    }

    @Override
    public boolean isSignedIn(String token) {
        return sessions.containsKey(token);
    }

    @Override
    public void close(String token) {
        sessions.remove(token);
    }
}
