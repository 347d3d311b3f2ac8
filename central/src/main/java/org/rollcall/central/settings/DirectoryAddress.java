package org.rollcall.central.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One of the directory's servers.
 *
 * @param tls from the first byte
 */
public record DirectoryAddress(String host, int port, boolean tls) {
    private static final int LDAP = 389;
    private static final int LDAPS = 636;
    private static final Set<String> THIS_HOST = Set.of("localhost", "127.0.0.1", "::1");

    /**
     * @param urls {@code ldaps://host} or {@code ldap://host:389}; several with blanks between
     * @throws IllegalArgumentException with a sentence
     */
    public static List<DirectoryAddress> parse(String urls) {
        List<DirectoryAddress> all = new ArrayList<>();
        for (String url : urls.strip().split("\\s+")) {
            all.add(one(url));
        }
        return all;
    }

    /** Whether passwords would cross a network as they are, unless TLS is started. */
    public boolean inTheClear() {
        return !tls && !THIS_HOST.contains(host);
    }

    private static DirectoryAddress one(String url) {
        try {
            URI uri = new URI(url);
            boolean tls = "ldaps".equals(uri.getScheme());
            if (uri.getHost() != null && (tls || "ldap".equals(uri.getScheme()))) {
                int port = uri.getPort() > 0 ? uri.getPort() : tls ? LDAPS : LDAP;
                return new DirectoryAddress(uri.getHost().replaceAll("[\\[\\]]", ""), port, tls);
            }
        } catch (URISyntaxException e) {
            // Said below: the same sentence serves all.
        }
        throw new IllegalArgumentException(
                "\"" + url + "\" is not a directory's address: write ldaps://host or ldap://host:389");
    }

    @Override
    public String toString() {
        return (tls ? "ldaps://" : "ldap://") + host + ":" + port;
    }
}
