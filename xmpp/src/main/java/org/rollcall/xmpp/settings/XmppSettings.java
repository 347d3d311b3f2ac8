package org.rollcall.xmpp.settings;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The {@code [xmpp]} table that all programs share. See {@link org.rollcall.xmpp.link.LinkSettings} for what each
 * value means.
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
        boolean allowPlain) {}
