package org.rollcall.cli.link;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jivesoftware.smack.XMPPConnection;
import org.jxmpp.jid.EntityFullJid;
import org.rollcall.agent.host.Hosts;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.link.LinkSettings;
import org.rollcall.xmpp.link.SmackLink;
import org.rollcall.xmpp.stanza.RollcallProviders;

/** A link that is up, for the length of one command: what fails at the first try is said, not tried again. */
public final class SignedIn implements AutoCloseable {
    private static final Duration LONGEST_SIGN_IN = Duration.ofSeconds(30);

    private final Link link;

    private SignedIn(Link link) {
        this.link = link;
    }

    /** @throws CliException with the reason, when the first try fails */
    public static SignedIn as(LinkSettings settings, Terminal terminal) throws InterruptedException {
        return as(settings, terminal, link -> {});
    }

    /** @param prepare registers handlers, before the first stanza can come */
    public static SignedIn as(LinkSettings settings, Terminal terminal, Consumer<Link> prepare)
            throws InterruptedException {
        RollcallProviders.register();
        Link link;
        try {
            link = new SmackLink(settings, Hosts::trustedRoots);
        } catch (IllegalArgumentException e) {
            throw new CliException(ExitCode.BAD_USE, e.getMessage());
        }
        prepare.accept(link);
        CompletableFuture<LinkFailure> first = new CompletableFuture<>();
        link.addListener(new LinkListener() {
            @Override
            public void down(LinkFailure failure) {
                first.complete(failure);
            }

            @Override
            public void up(XMPPConnection connection) {
                first.complete(null);
            }
        });
        link.start();
        LinkFailure failure = await(first, terminal);
        if (failure == null && !awaitOpen(link)) {
            failure = tooLong(terminal);
        }
        if (failure != null) {
            link.close();
            throw new CliException(ExitCode.NONE_DID, failure.sentence(terminal.locale()));
        }
        return new SignedIn(link);
    }

    private static LinkFailure await(CompletableFuture<LinkFailure> first, Terminal terminal)
            throws InterruptedException {
        try {
            return first.get(LONGEST_SIGN_IN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return tooLong(terminal);
        } catch (ExecutionException e) {
            throw new IllegalStateException("never completed exceptionally", e);
        }
    }

    /** The link opens to other threads right after its listeners have returned. Says whether it did, or is down again. */
    private static boolean awaitOpen(Link link) throws InterruptedException {
        long began = System.nanoTime();
        while (!link.isUp() && link.failure().isEmpty()) {
            if (System.nanoTime() - began > LONGEST_SIGN_IN.toNanos()) {
                return false;
            }
            Thread.sleep(1);
        }
        return true;
    }

    private static LinkFailure tooLong(Terminal terminal) {
        String seconds = String.valueOf(LONGEST_SIGN_IN.toSeconds());
        return new LinkFailure(LinkFailure.Kind.TIMED_OUT, terminal.text("signin.timeout", seconds));
    }

    public Link link() {
        return link;
    }

    public XMPPConnection connection() {
        return link.connection();
    }

    public EntityFullJid jid() {
        return link.jid().orElseThrow(() -> new CliException(ExitCode.NONE_DID, "the link is down again"));
    }

    @Override
    public void close() {
        link.close();
    }
}
