package org.rollcall.central.web;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.rollcall.central.access.Who;

/** Who has signed in, and how one does. Thread-safe. */
public interface Visitors {

    /** What a person may be offered, in this order: {@code directory}, {@code xmpp}; empty: only a proxy signs in. */
    List<String> methods();

    /**
     * Blocks until it is known, some seconds at most.
     *
     * @param address the visitor's own
     * @throws SignInException when it is not they, or cannot be known now
     */
    Visitor signIn(String name, String password, String address) throws SignInException;

    /** @param headers by name; asked only when the request came from a trusted proxy */
    Optional<Who> trusted(UnaryOperator<String> headers);

    /** Somebody whom a trusted proxy named. */
    Visitor open(Who who);

    /** Counts as use of the session. */
    Optional<Visitor> find(String token);

    /** Does not count: an open page that nobody touches keeps nobody signed in. */
    boolean isSignedIn(String token);

    void close(String token);
}
