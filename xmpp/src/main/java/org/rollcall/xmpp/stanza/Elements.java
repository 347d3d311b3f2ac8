package org.rollcall.xmpp.stanza;

/** Checks that an element is the expected one and complete. */
final class Elements {
    private Elements() {}

    static Attributes expect(XmlNode node, String name) throws MalformedException {
        if (node == null || !name.equals(node.getElementName()) || !Namespace.ROLLCALL.equals(node.getNamespace())) {
            throw new MalformedException("<" + name + " xmlns='" + Namespace.ROLLCALL + "'> is missing");
        }
        if (node.oversized()) {
            throw new MalformedException("<" + name + "> is too large");
        }
        return new Attributes(node);
    }
}
