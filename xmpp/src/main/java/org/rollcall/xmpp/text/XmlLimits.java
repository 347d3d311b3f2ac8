package org.rollcall.xmpp.text;

import java.util.List;

/**
 * Takes away limits that Java's XML parser counts over a whole document: an XMPP stream is one document and lasts for
 * weeks. With the limits that Java 24 made stricter (JDK-8343004) a stream would end after 100,000
 * characters that were written as {@code &lt;} and the like, and any stranger could end it by a stanza of 100 levels.
 * What one stanza may have is limited by the server.
 */
public final class XmlLimits {
    private static final List<String> LIMITS = List.of(
            "maxGeneralEntitySizeLimit",
            "totalEntitySizeLimit",
            "entityExpansionLimit",
            "maxElementDepth",
            "elementAttributeLimit",
            "maxXMLNameLimit");

    private XmlLimits() {}

    /** For every parser made from now on; what was set on the command line stays. */
    public static void lift() {
        for (String limit : LIMITS) {
            String property = "jdk.xml." + limit;
            if (System.getProperty(property) == null) {
                System.setProperty(property, "0");
            }
        }
    }
}
