package org.rollcall.xmpp.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.rollcall.xmpp.stanza.XmlNode;

/** XEP-0115: a hash over our disco#info in each presence, so that 350 agents are asked once. */
final class Caps {
    static final String NAMESPACE = "http://jabber.org/protocol/caps";
    static final String NODE = "urn:rollcall:1";
    static final String CATEGORY = "client";
    static final String TYPE = "bot";

    private Caps() {}

    static XmlNode toXml(String name, List<String> sortedFeatures) {
        return new XmlNode("c", NAMESPACE)
                .with("hash", "sha-1")
                .with("node", NODE)
                .with("ver", hash(name, sortedFeatures));
    }

    /** Section 5.1: identity, then the features in order, each ended by a less-than sign. */
    static String hash(String name, List<String> sortedFeatures) {
        StringBuilder text = new StringBuilder(CATEGORY + "/" + TYPE + "//" + name + "<");
        sortedFeatures.forEach(feature -> text.append(feature).append('<'));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-1", e);
        }
    }
}
