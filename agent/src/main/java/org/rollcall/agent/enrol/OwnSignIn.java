package org.rollcall.agent.enrol;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkSettings;
import org.rollcall.xmpp.link.PasswordCheck;
import org.rollcall.xmpp.settings.XmppSettings;

/** Streams of a moment to the server that the link is for, under a resource that nobody else has. */
final class OwnSignIn {
    private final XmppSettings xmpp;
    private final Supplier<Collection<X509Certificate>> roots;
    private final SecureRandom random = new SecureRandom();

    /** @param roots CAs to trust beside the runtime's own, where no CA file is set */
    OwnSignIn(XmppSettings xmpp, Supplier<Collection<X509Certificate>> roots) {
        this.xmpp = xmpp;
        this.roots = roots;
    }

    /** @return empty: the server accepts the password for the machine's own account */
    Optional<LinkFailure> failure(String password, Duration limit) throws InterruptedException {
        return PasswordCheck.failure(as(xmpp.user(), password::toCharArray), roots, limit);
    }

    /** Two PCs, or this one's link, must not be pushed off the server. */
    LinkSettings as(String user, Supplier<char[]> password) {
        String resource = "enrol-" + Long.toUnsignedString(random.nextLong(), 36);
        return xmpp.as(user, password).withResource(resource).toLink(-1);
    }

    Supplier<Collection<X509Certificate>> roots() {
        return roots;
    }
}
