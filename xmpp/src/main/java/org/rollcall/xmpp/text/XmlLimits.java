package org.rollcall.xmpp.text;

import java.util.Map;

/**
 * Takes away limits that Java's XML parser counts over a whole document: an XMPP stream is one document and lasts for
 * weeks. With the limits that Java 24 made stricter (JDK-8343004) a stream would end after 100,000
 * characters that were written as {@code &lt;} and the like, and any stranger could end it by a stanza of 100 levels.
 * What one stanza may have is limited by the server.
 */
public final class XmlLimits {
    private static final String NONE = "0";

    private static final Map<String, String> LIMITS = Map.of(
            "maxGeneralEntitySizeLimit",
            NONE,
            "totalEntitySizeLimit",
            NONE,
            "entityExpansionLimit",
            NONE,
            "maxElementDepth",
            NONE,
            "elementAttributeLimit",
            NONE,
            // Java 17 has no "none" for this one: more than a server lets through in one stanza.
            "maxXMLNameLimit",
            "1000000");

    private XmlLimits() {}

    /** For every parser made from now on; what was set on the command line stays. */
    public static void lift() {
        LIMITS.forEach((limit, value) -> {
            String property = "jdk.xml." + limit;
            if (System.getProperty(property) == null) {
                System.setProperty(property, value);
            }
        });
    }
}
