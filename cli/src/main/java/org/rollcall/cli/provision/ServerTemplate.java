package org.rollcall.cli.provision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A settings file as it is shipped, made a site's own. */
final class ServerTemplate {
    private static final String EXAMPLE_DOMAIN = "iut.rdz";
    private static final String EXAMPLE_CENTRAL = "windows";

    private String text;

    ServerTemplate(String name) {
        try (InputStream stream = ServerTemplate.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("this program lacks its own " + name);
            }
            text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the site's names in the place of the example's. */
    ServerTemplate of(Plan plan) {
        text = text.replace(EXAMPLE_CENTRAL + "@" + EXAMPLE_DOMAIN, plan.central() + "@" + EXAMPLE_DOMAIN)
                .replace(EXAMPLE_DOMAIN, plan.domain());
        return this;
    }

    /** @throws IllegalStateException when the template has changed and this program has not */
    ServerTemplate put(String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalStateException("the template lacks: " + from);
        }
        text = text.replace(from, to);
        return this;
    }

    @Override
    public String toString() {
        return text;
    }
}
