package org.rollcall.xmpp.settings;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.rollcall.xmpp.link.LinkSettings;

/**
 * The {@code [xmpp]} table that all programs share. See {@link LinkSettings} for what each value means.
 *
 * @param password null: none is set here. It reads its file anew at each call, and throws {@link java.io.UncheckedIOException}, with one clear
 *     sentence, when it cannot
 */
public record XmppSettings(
        String domain,
        String host,
        int port,
        String user,
        Supplier<char[]> password,
        String resource,
        Path caFile,
        String certificateSha256,
        Path clientCertificate,
        Supplier<char[]> clientCertificatePassword,
        boolean allowPlain) {

    /** The same with another resource. */
    public XmppSettings withResource(String other) {
        return new XmppSettings(
                domain,
                host,
                port,
                user,
                password,
                other,
                caFile,
                certificateSha256,
                clientCertificate,
                clientCertificatePassword,
                allowPlain);
    }

    /** The same account with another password. */
    public XmppSettings withPassword(Supplier<char[]> other) {
        return as(user, other);
    }

    /** Another account at the same server, with a password. */
    public XmppSettings as(String otherUser, Supplier<char[]> otherPassword) {
        return new XmppSettings(
                domain,
                host,
                port,
                otherUser,
                otherPassword,
                resource,
                caFile,
                certificateSha256,
                null,
                null,
                allowPlain);
    }

    /** For a program that the server should send messages to by choice: 0 for services, -1 for everything else. */
    public LinkSettings toLink(int priority) {
        return new LinkSettings(
                domain,
                host,
                port,
                user,
                password,
                resource,
                caFile,
                certificateSha256,
                clientCertificate,
                clientCertificatePassword,
                allowPlain,
                priority,
                LinkSettings.DEFAULT_CONNECT_TIMEOUT,
                LinkSettings.DEFAULT_REPLY_TIMEOUT,
                LinkSettings.DEFAULT_PING_EVERY,
                LinkSettings.DEFAULT_PING_TIMEOUT);
    }
}
